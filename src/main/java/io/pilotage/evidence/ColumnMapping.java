package io.pilotage.evidence;

import io.pilotage.workflow.Refused;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which column of a pilot's files holds what; kept, so that the next file needs no second thought.
 *
 * @param id pilot, purpose and, where there is one, measure
 * @param decimalComma whether figures are written with a comma, as 1,5
 * @param metric the measure the figures are about, as a limit names it; null when no limit is held against them
 * @param taken how the rows become one figure; null without a measure
 */
@Table("evidence_mapping")
public record ColumnMapping(
        @Id String id,
        String pilotKey,
        Purpose purpose,
        String figureColumn,
        @Nullable String dayColumn,
        @Nullable String unitColumn,
        @Nullable String currencyColumn,
        boolean decimalComma,
        @Nullable String metric,
        @Nullable Taken taken,
        @Version @Nullable Integer version) {

    /** A way of reading columns; blank names of columns count as none. */
    public static ColumnMapping of(
            String pilotKey,
            Purpose purpose,
            String figureColumn,
            @Nullable String dayColumn,
            @Nullable String unitColumn,
            @Nullable String currencyColumn,
            boolean decimalComma) {
        return new ColumnMapping(
                id(pilotKey, purpose, null),
                pilotKey,
                purpose,
                figureColumn.strip(),
                named(dayColumn),
                named(unitColumn),
                named(currencyColumn),
                decimalComma,
                null,
                null,
                null);
    }

    /**
     * The same for one measure of a period.
     *
     * @throws Refused when no column holds the day, because then nobody knows which period is measured
     */
    public ColumnMapping about(@Nullable String measure, @Nullable Taken howTaken) {
        String name = named(measure);
        if (name == null || purpose != Purpose.MEASUREMENT) {
            return this;
        }
        if (dayColumn == null) {
            throw new Refused("evidence.metric.day", name);
        }
        return with(id(pilotKey, purpose, name), name, howTaken == null ? Taken.MEAN : howTaken, version);
    }

    ColumnMapping replacing(@Nullable ColumnMapping earlier) {
        return with(id, metric, taken, earlier == null ? null : earlier.version);
    }

    private ColumnMapping with(
            String newId, @Nullable String measure, @Nullable Taken howTaken, @Nullable Integer newVersion) {
        return new ColumnMapping(
                newId,
                pilotKey,
                purpose,
                figureColumn,
                dayColumn,
                unitColumn,
                currencyColumn,
                decimalComma,
                measure,
                howTaken,
                newVersion);
    }

    private static @Nullable String named(@Nullable String column) {
        return column == null || column.isBlank() ? null : column.strip();
    }

    static String id(String pilotKey, Purpose purpose, @Nullable String metric) {
        String plain = pilotKey + "/" + purpose;
        return metric == null
                ? plain
                : UUID.nameUUIDFromBytes((plain + "/" + metric).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
