package io.pilotage.roi;

import io.pilotage.roi.KillCriterion.Kind;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The limits at which the pilot ends, agreed before any result is known (R88). */
@Table("agreed_criteria")
public record AgreedCriteria(
        @Id String pilotKey,

        @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
        List<KillCriterion> criteria,

        String agreedBy,
        Instant agreedAt,
        @Version @Nullable Integer version) {

    private static final int FEWEST = 3;

    /** @throws Refused when value, adoption or safety has no limit, or a limit would count before today */
    AgreedCriteria plausible() {
        LocalDate today = LocalDate.ofInstant(agreedAt, ZoneOffset.UTC);
        if (!isComplete()) {
            throw new Refused("roi.criteria.incomplete");
        }
        criteria.stream()
                .filter(criterion -> criterion.checkedOn().isBefore(today))
                .findFirst()
                .ifPresent(criterion -> {
                    throw new Refused("roi.date.past", criterion.checkedOn());
                });
        return this;
    }

    /** Whether there are at least three, on value, adoption and safety. */
    public boolean isComplete() {
        return criteria.size() >= FEWEST
                && Arrays.stream(Kind.values())
                        .allMatch(kind -> criteria.stream().anyMatch(criterion -> criterion.kind() == kind));
    }
}
