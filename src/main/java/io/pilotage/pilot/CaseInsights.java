package io.pilotage.pilot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all modules together know of a case, by topic. */
@Component
public class CaseInsights {

    private final ObjectProvider<CaseInsight> sources;

    CaseInsights(ObjectProvider<CaseInsight> sources) {
        this.sources = sources;
    }

    /** What is known on the topics asked for; a topic nobody knows anything of is left out. */
    public Map<String, Object> of(String pilotKey, String... topics) {
        Map<String, Object> known = new HashMap<>();
        sources.forEach(source -> known.putAll(source.insightsOf(pilotKey)));
        known.keySet().retainAll(List.of(topics));
        return known;
    }
}
