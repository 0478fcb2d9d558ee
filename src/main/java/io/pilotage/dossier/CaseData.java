package io.pilotage.dossier;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseInsights;
import io.pilotage.pilot.Pilot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The data of a case as JSON for programs: what was proposed, where it stands, what was agreed, and what happened. */
@Component
class CaseData {

    private static final String[] TOPICS = {
        "contract", "moneyCase", "killCriteria", "findings", "components", "fallback", "value"
    };

    private final CaseInsights insights;
    private final ObjectMapper json;

    CaseData(CaseInsights insights, ObjectMapper json) {
        this.insights = insights;
        this.json = json;
    }

    /** What is known of the case now. */
    Map<String, Object> of(Pilot pilot) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("key", pilot.key());
        data.put("proposal", plain(pilot.proposal()));
        data.put("risk", plain(pilot.risk()));
        data.put("tier", pilot.tier() == null ? "" : pilot.tier().code());
        data.put("phase", pilot.phase().process());
        data.put("phaseSince", pilot.phaseSince().toString());
        data.put("status", pilot.status().name());
        data.put("statusSince", pilot.statusSince().toString());
        data.put("statusNote", pilot.statusNote() == null ? "" : pilot.statusNote());
        data.put("createdAt", pilot.createdAt().toString());
        data.put("agreed", json.convertValue(insights.of(pilot.key(), TOPICS), Object.class));
        return data;
    }

    /** Every entry with the values that its chain only commits to. */
    List<Map<String, @Nullable Object>> of(List<RecordedEntry> entries) {
        return entries.stream().map(CaseData::readable).toList();
    }

    private Map<String, Object> plain(Object record) {
        return json.convertValue(record, new TypeReference<LinkedHashMap<String, Object>>() {});
    }

    private static Map<String, @Nullable Object> readable(RecordedEntry recorded) {
        TrailEntry entry = recorded.entry();
        Map<String, @Nullable Object> readable = new LinkedHashMap<>();
        readable.put("number", recorded.number());
        readable.put("at", entry.at().toString());
        readable.put("kind", entry.kind());
        readable.put("actor", entry.actor());
        readable.put("role", entry.role());
        readable.put("onBehalfOf", entry.onBehalfOf());
        readable.put("element", entry.elementId());
        readable.put("arguments", entry.arguments());
        readable.put("details", entry.details());
        return readable;
    }
}
