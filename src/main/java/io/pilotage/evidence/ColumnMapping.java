package io.pilotage.evidence;

import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Which column of a pilot's files holds what; kept, so that the next file needs no second thought.
 *
 * @param id pilot and purpose
 * @param decimalComma whether figures are written with a comma, as 1,5
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
                id(pilotKey, purpose),
                pilotKey,
                purpose,
                figureColumn.strip(),
                named(dayColumn),
                named(unitColumn),
                named(currencyColumn),
                decimalComma,
                null);
    }

    private static @Nullable String named(@Nullable String column) {
        return column == null || column.isBlank() ? null : column.strip();
    }

    static String id(String pilotKey, Purpose purpose) {
        return pilotKey + "/" + purpose;
    }
}
