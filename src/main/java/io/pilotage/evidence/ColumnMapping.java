package io.pilotage.evidence;

import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
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

    private static final int LONGEST_NAME = 200;

    /** A way of reading columns; blank names of columns count as none. @throws Refused when a name is too long */
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
                Objects.toString(named("figureColumn", figureColumn), ""),
                named("dayColumn", dayColumn),
                named("unitColumn", unitColumn),
                named("currencyColumn", currencyColumn),
                decimalComma,
                null,
                null,
                null);
    }

    /**
     * The same for one measure of a period.
     *
     * @throws Refused when no column holds the day, because then nobody knows which period is measured, or when the rows
     *     are not about what a period brought
     */
    public ColumnMapping about(@Nullable String measure, @Nullable Taken howTaken) {
        String name = named("metric", measure);
        if (name == null) {
            return this;
        }
        if (purpose != Purpose.MEASUREMENT) {
            throw FieldsRefused.of("metric", "evidence.metric.purpose", name);
        }
        if (dayColumn == null) {
            throw FieldsRefused.of("dayColumn", "evidence.metric.day", name);
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

    private static @Nullable String named(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String name = text.strip();
        if (name.length() > LONGEST_NAME) {
            throw FieldsRefused.of(field, "site.input.tooLong", LONGEST_NAME);
        }
        return name;
    }

    static String id(String pilotKey, Purpose purpose, @Nullable String metric) {
        String plain = pilotKey + "/" + purpose;
        return metric == null
                ? plain
                : UUID.nameUUIDFromBytes((plain + "/" + metric).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
