package io.pilotage.pilot;

import io.pilotage.identity.NamesInWords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What all modules together know of a case, by topic. */
@Component
public class CaseInsights {

    private final ObjectProvider<CaseInsight> sources;

    private final NamesInWords names;

    CaseInsights(ObjectProvider<CaseInsight> sources, NamesInWords names) {
        this.sources = sources;
        this.names = names;
    }

    /** What is known on the topics asked for; a topic nobody knows anything of is left out. */
    public Map<String, Object> of(String pilotKey, String... topics) {
        Map<String, Object> known = new HashMap<>();
        sources.forEach(source ->
                source.insightsOf(pilotKey).forEach((topic, told) -> known.merge(topic, told, CaseInsights::both)));
        known.keySet().retainAll(List.of(topics));
        known.replaceAll((topic, told) -> Objects.requireNonNull(names.inAll(told)));
        return known;
    }

    /** Rows on the same topic from several modules are read together. */
    private static Object both(Object one, Object other) {
        return one instanceof List<?> rows && other instanceof List<?> more
                ? Stream.concat(rows.stream(), more.stream()).toList()
                : other;
    }
}
