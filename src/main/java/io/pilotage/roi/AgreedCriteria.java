package io.pilotage.roi;

import io.pilotage.roi.KillCriterion.Kind;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
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

    /**
     * @param measured whether anybody measures what a limit is about
     * @throws Refused when value, adoption or safety has no limit, or one counts before today or is on something that
     *     nobody measures; names the limit by its place in the form
     */
    AgreedCriteria plausible(Predicate<KillCriterion> measured) {
        LocalDate today = LocalDate.ofInstant(agreedAt, ZoneOffset.UTC);
        if (!isComplete()) {
            throw new Refused("roi.criteria.incomplete");
        }
        for (KillCriterion criterion : criteria) {
            if (criterion.checkedOn().isBefore(today)) {
                throw new Refused("roi.criteria.past", place(criterion), criterion.checkedOn());
            }
            if (!measured.test(criterion)) {
                throw new Refused("roi.criteria.unmeasured", place(criterion), criterion.name());
            }
        }
        return this;
    }

    /** Where the form asks for a limit, for example the second one on use. */
    private MessageSourceResolvable place(KillCriterion criterion) {
        List<KillCriterion> same = criteria.stream()
                .filter(other -> other.kind() == criterion.kind())
                .toList();
        return new DefaultMessageSourceResolvable(
                new String[] {"roi.criteria.place." + criterion.kind()},
                new Object[] {same.indexOf(criterion) + 1},
                criterion.kind().name());
    }

    /** Whether there are at least three, on value, adoption and safety. */
    public boolean isComplete() {
        return criteria.size() >= FEWEST
                && Arrays.stream(Kind.values())
                        .allMatch(kind -> criteria.stream().anyMatch(criterion -> criterion.kind() == kind));
    }
}
