package io.pilotage.pilot.defence;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Says from the chain of the case what the limits of defences are, so that no row decides otherwise. */
@Component
class DefendedTerms implements SealedTerms {

    /** The kind of entry that {@link KillOrDefend#uphold} writes. */
    static final String ENTRY = "pilotDefended";

    /** More than a case has criteria, and each is defended once. */
    private static final PageRequest ALL = PageRequest.of(0, 100);

    private final Trail trail;

    DefendedTerms(Trail trail) {
        this.trail = trail;
    }

    @Override
    public List<Terms> of(String pilotKey, Agreement agreement) {
        return agreement == Agreement.DEFENCE
                ? trail.of(pilotKey, TrailFilter.ALL.ofKinds(ENTRY), ALL).stream()
                        .flatMap(recorded -> limits(recorded).stream())
                        .map(limit -> terms((Map<?, ?>) limit))
                        .toList()
                : List.of();
    }

    private static List<?> limits(RecordedEntry recorded) {
        return recorded.entry().details().get("limits") instanceof List<?> limits ? limits : List.of();
    }

    private static Terms terms(Map<?, ?> limit) {
        return new Defence.Limit(
                        text(limit, "metric"),
                        text(limit, "comparator"),
                        new BigDecimal(text(limit, "threshold")),
                        LocalDate.parse(text(limit, "checkedOn")),
                        text(limit, "source"))
                .terms();
    }

    private static String text(Map<?, ?> limit, String name) {
        return String.valueOf(limit.get(name));
    }
}
