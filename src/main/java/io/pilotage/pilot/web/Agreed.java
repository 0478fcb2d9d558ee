package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseInsights;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was agreed on a case and what is open, topic by topic; a topic nobody knows anything of is left out. */
@Component
class Agreed {

    private static final Map<String, List<String>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("moneyCase", List.of("item", "text"));
        COLUMNS.put("killCriteria", List.of("metric", "limit", "checkedOn"));
        COLUMNS.put("findings", List.of("text", "severity", "due"));
        COLUMNS.put("contract", List.of("item", "text"));
        COLUMNS.put("components", List.of("name", "kind", "owner", "state"));
    }

    private final CaseInsights insights;

    Agreed(CaseInsights insights) {
        this.insights = insights;
    }

    /** One table of the page. */
    record Topic(String name, List<String> columns, List<?> rows) {}

    List<Topic> of(String pilotKey) {
        Map<String, Object> known = insights.of(pilotKey, COLUMNS.keySet().toArray(String[]::new));
        return COLUMNS.entrySet().stream()
                .filter(topic -> !rows(known, topic.getKey()).isEmpty())
                .map(topic -> new Topic(topic.getKey(), topic.getValue(), rows(known, topic.getKey())))
                .toList();
    }

    private static List<?> rows(Map<String, Object> known, String topic) {
        return known.get(topic) instanceof List<?> rows ? rows : List.of();
    }
}
