package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.Proposal;
import io.pilotage.pilot.SigningAmount;
import io.pilotage.workflow.Notation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a case was proposed as, line by line. */
@Component
class Facts {

    private final CaseWords words;
    private final Times times;
    private final SigningAmount amounts;

    Facts(CaseWords words, Times times, SigningAmount amounts) {
        this.amounts = amounts;
        this.words = words;
        this.times = times;
    }

    List<Fact> of(Pilot pilot) {
        Proposal proposal = pilot.proposal();
        Fact source = fact("source", pilot.source());
        Fact signing = fact("signing", amounts.in(pilot.key()).orElse(null));
        Fact granted = fact("granted", amount(pilot.grantedAmount(), proposal.currency()));
        Fact similar = fact("similar", proposal.similarPilot());
        Fact difference = fact("difference", proposal.difference());
        List<Fact> asked = List.of(
                fact("businessUnit", proposal.businessUnit()),
                fact(
                        "regions",
                        proposal.regions() == null ? null : proposal.regions().replace(",", ", ")),
                fact("processName", proposal.processName()),
                fact("operationalPriority", proposal.operationalPriority()),
                fact("decisionPoint", proposal.decisionPoint()),
                fact("outcomeMetric", proposal.outcomeMetric()),
                fact(
                        "fundingSource",
                        proposal.fundingSource() == null
                                ? null
                                : words.say("pilot.funding." + proposal.fundingSource())),
                fact("amount", amount(proposal.amount(), proposal.currency())),
                fact("timeBox", proposal.timeBoxUntil() == null ? null : times.day(proposal.timeBoxUntil())),
                fact("pathway", pathway(pilot)));
        return Stream.concat(
                        asked.stream(),
                        Stream.of(granted, signing, similar, difference, source).filter(fact -> fact.value() != null))
                .toList();
    }

    private Fact fact(String name, @Nullable String value) {
        return new Fact(words.say("pilot.case.facts." + name), value == null || value.isBlank() ? null : value);
    }

    private @Nullable String pathway(Pilot pilot) {
        if (pilot.pathway() == null) {
            return null;
        }
        String way = words.say("pilot.pathway." + pilot.pathway());
        return pilot.leadTimeDays() == null ? way : words.say("pilot.case.facts.leadTime", way, pilot.leadTimeDays());
    }

    private static @Nullable String amount(@Nullable BigDecimal amount, @Nullable String currency) {
        return amount == null
                ? null
                : currency == null ? Notation.plain(amount) : Notation.money(amount, currency) + " " + currency;
    }
}
