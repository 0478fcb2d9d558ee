package io.pilotage.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One row as it came.
 *
 * @param rowNumber as a spreadsheet shows it
 * @param content every cell of the row
 */
@Table("evidence_row")
public record EvidenceRow(
        @Column("sheet_row") int rowNumber,
        BigDecimal figure,
        @Column("day_of") @Nullable LocalDate day,
        @Nullable String unit,
        @Nullable String currency,
        String content) {}
