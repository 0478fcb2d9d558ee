package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.Line;
import io.pilotage.pilot.CaseInsights;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.Proposal;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a case was proposed as, what it is worth and how it stands, for a reader who was never near it. */
@Component
class Proposals {

    private final CaseInsights insights;
    private final CaseWords words;
    private final Dates dates;

    Proposals(CaseInsights insights, CaseWords words, Dates dates) {
        this.insights = insights;
        this.words = words;
        this.dates = dates;
    }

    /** What was asked for and what it came to; a line nobody filled in is left out. */
    List<Line> lines(Pilot pilot) {
        Proposal proposal = pilot.proposal();
        List<Line> lines = new ArrayList<>();
        add(lines, "pilot.case.facts.businessUnit", proposal.businessUnit());
        add(lines, "pilot.case.facts.regions", regions(proposal.regions()));
        add(lines, "pilot.case.facts.processName", proposal.processName());
        add(lines, "pilot.case.facts.operationalPriority", proposal.operationalPriority());
        add(lines, "pilot.case.facts.decisionPoint", proposal.decisionPoint());
        add(lines, "dossier.proposal.decidedBy", proposal.decidedBy());
        add(lines, "pilot.case.facts.outcomeMetric", proposal.outcomeMetric());
        add(lines, "pilot.case.facts.amount", money(proposal.amount(), proposal.currency()));
        add(lines, "pilot.case.facts.granted", money(pilot.grantedAmount(), proposal.currency()));
        LocalDate until = proposal.timeBoxUntil();
        add(lines, "pilot.case.facts.timeBox", until == null ? null : dates.day(until));
        add(
                lines,
                "pilot.case.facts.pathway",
                pilot.pathway() == null ? null : words.say("pilot.pathway." + pilot.pathway()));
        add(lines, "pilot.case.facts.source", pilot.source());
        if (insights.of(pilot.key(), "value").get("value") instanceof Map<?, ?> value) {
            add(lines, "dossier.proposal.promised", money((BigDecimal) value.get("promised"), proposal.currency()));
            add(lines, "dossier.proposal.measured", money((BigDecimal) value.get("measured"), proposal.currency()));
            add(lines, "dossier.proposal.assumptions", (String) value.get("assumptions"));
        }
        return lines;
    }

    /** One or two sentences: where it stands, or how it ended and why. */
    String standing(Pilot pilot) {
        String since = dates.day(pilot, pilot.statusSince());
        LocalDate until = pilot.heldUntil();
        String standing = pilot.status() == PilotStatus.ACTIVE
                ? words.say("dossier.standing.ACTIVE", words.phase(pilot.phase()), dates.day(pilot, pilot.phaseSince()))
                : pilot.status() == PilotStatus.HELD
                        ? words.say("pilot.case.status.HELD", until == null ? "?" : dates.day(until))
                        : pilot.status() == PilotStatus.MERGED
                                ? words.say("pilot.case.status.MERGED", String.valueOf(pilot.mergedInto()), since)
                                : words.say(
                                        "pilot.case.status." + pilot.status().name(), since);
        if (pilot.stallReason() != null) {
            standing += " "
                    + words.say(
                            "pilot.case.status.reason",
                            words.reason(pilot.stallReason().code()));
        }
        return pilot.statusNote() == null ? standing : standing + " " + pilot.statusNote();
    }

    private void add(List<Line> lines, String label, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            lines.add(new Line(words.say(label), said));
        }
    }

    private static @Nullable String regions(@Nullable String regions) {
        return regions == null ? null : regions.replace(",", ", ");
    }

    private static @Nullable String money(@Nullable BigDecimal amount, @Nullable String currency) {
        if (amount == null) {
            return null;
        }
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        return format.format(amount) + "\u00a0" + Objects.requireNonNullElse(currency, "");
    }
}
