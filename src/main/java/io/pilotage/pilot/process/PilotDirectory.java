package io.pilotage.pilot.process;

import io.pilotage.audit.Trail;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.Proposal;
import io.pilotage.workflow.CaseDirectory;
import io.pilotage.workflow.DecisionTables;
import io.pilotage.workflow.Notation;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Answers the door's questions about a case from the registry. */
@Component
class PilotDirectory implements CaseDirectory {

    private static final String ACCOUNTABLE = "accountable:";
    private static final String LAST = "last:";

    private final PilotManagement pilots;
    private final AccountabilityManagement accountabilities;
    private final DecisionTables tables;
    private final Trail trail;
    private final CaseWords words;

    PilotDirectory(
            @Lazy PilotManagement pilots,
            @Lazy AccountabilityManagement accountabilities,
            @Lazy DecisionTables tables,
            Trail trail,
            @Lazy CaseWords words) {
        this.pilots = pilots;
        this.accountabilities = accountabilities;
        this.tables = tables;
        this.trail = trail;
        this.words = words;
    }

    @Override
    public Optional<Accountable> accountable(String pilotKey, String role) {
        return accountabilities
                .of(pilotKey, role)
                .map(found -> new Accountable(found.person(), found.deputy(), found.superior()));
    }

    @Override
    public String homeRegion(String pilotKey) {
        return pilots.find(pilotKey).map(pilot -> pilot.proposal().homeRegion()).orElse("EU");
    }

    @Override
    public Map<String, Object> summary(String pilotKey) {
        return pilots.find(pilotKey).map(this::summary).orElse(Map.of("key", pilotKey));
    }

    /** The decision table {@code separationOfDuties} names, per task, whose earlier part in the case bars a person. */
    @Override
    public void guardSeparation(String pilotKey, String taskId, String person) {
        List<String> conflicts = tables.ruleList("separationOfDuties", Map.of("task", taskId));
        if (conflicts.isEmpty()) {
            return;
        }
        Pilot pilot = pilots.get(pilotKey);
        for (String conflict : conflicts) {
            boolean barred = isBarred(pilot, conflict, person);
            if (barred) {
                throw new Refused("pilot.separation", Word.part(conflict));
            }
        }
    }

    /** What happens again and again is held against its last time only, so that two people may take turns. */
    private boolean isBarred(Pilot pilot, String conflict, String person) {
        if (conflict.equals("requester")) {
            return person.equals(pilot.requester());
        }
        if (conflict.startsWith(ACCOUNTABLE)) {
            return accountabilities
                    .of(pilot.key(), conflict.substring(ACCOUNTABLE.length()))
                    .filter(held -> person.equals(held.person()))
                    .isPresent();
        }
        return conflict.startsWith(LAST)
                ? trail.lastActorOf(pilot.key(), "completed", conflict.substring(LAST.length()))
                        .filter(person::equals)
                        .isPresent()
                : trail.actorsOf(pilot.key(), "completed", conflict).contains(person);
    }

    private Map<String, Object> summary(Pilot pilot) {
        Proposal proposal = pilot.proposal();
        Map<String, Object> summary = new LinkedHashMap<>();
        summary.put("key", pilot.key());
        summary.put("title", proposal.title());
        summary.put("businessUnit", proposal.businessUnit());
        summary.put("phase", pilot.phase().process());
        summary.put("phaseName", words.phase(pilot.phase()));
        summary.put("tier", pilot.tier() == null ? null : pilot.tier().code());
        summary.put("tierName", words.tier(pilot.tier()));
        summary.put("agentic", pilot.risk().agentic());
        summary.put("regions", proposal.regions());
        summary.put(
                "sponsor",
                accountabilities
                        .of(pilot.key(), "bu-sponsor")
                        .map(held -> held.person())
                        .orElse(null));
        BigDecimal amount = proposal.amount();
        String currency = proposal.currency();
        summary.put(
                "amount",
                amount == null ? null : currency == null ? Notation.plain(amount) : Notation.money(amount, currency));
        summary.put("currency", currency);
        return summary;
    }
}
