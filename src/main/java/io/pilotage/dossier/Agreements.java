package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.Agreement;
import io.pilotage.dossier.CaseReport.EvidenceLine;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.pilot.CaseInsights;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was agreed on a case, topic by topic, and the files that its figures were read from. */
@Component("dossierAgreements")
class Agreements {

    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("moneyCase", List.of("item", "text"));
        COLUMNS.put("killCriteria", List.of("metric", "limit", "checkedOn"));
        COLUMNS.put("contract", List.of("item", "text"));
        COLUMNS.put("components", List.of("name", "kind", "owner", "state"));
        COLUMNS.put("findings", List.of("text", "severity", "due"));
    }

    private final CaseInsights insights;
    private final EvidenceManagement evidence;
    private final CaseWords words;
    private final Dates dates;

    Agreements(CaseInsights insights, EvidenceManagement evidence, CaseWords words, Dates dates) {
        this.insights = insights;
        this.evidence = evidence;
        this.words = words;
        this.dates = dates;
    }

    /** A topic nobody knows anything of is left out. */
    List<Agreement> of(String pilotKey) {
        Map<String, Object> known = insights.of(pilotKey, COLUMNS.keySet().toArray(String[]::new));
        return COLUMNS.entrySet().stream()
                .map(topic -> new Agreement(topic.getKey(), topic.getValue(), rows(known.get(topic.getKey()))))
                .filter(topic -> !topic.rows().isEmpty())
                .toList();
    }

    List<EvidenceLine> evidence(Pilot pilot) {
        return evidence.of(pilot.key()).stream()
                .map(file -> new EvidenceLine(
                        file.name(),
                        words.say("evidence.purpose." + file.purpose().name()),
                        dates.moment(pilot, file.broughtAt()),
                        words.person(file.broughtBy()),
                        file.count(),
                        file.sha256()))
                .toList();
    }

    @SuppressWarnings("unchecked") // every module hands over rows as maps
    private static List<Map<String, ?>> rows(@org.jspecify.annotations.Nullable Object told) {
        return told instanceof List<?> rows ? (List<Map<String, ?>>) rows : List.of();
    }
}
