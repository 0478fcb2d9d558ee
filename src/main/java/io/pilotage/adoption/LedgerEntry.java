package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the pilot was worth in a period: what was measured and what is only believed, never added together. Written once;
 * what was wrong is corrected by another entry.
 *
 * @param number from one on each case, without gaps
 * @param corrects number of the entry of the same period that was not countersigned; null for the first
 * @param currency of every amount of money, ISO 4217
 * @param costs line by line, with everything that was found
 * @param found what of it was found in another currency or by tokens
 * @param sealSha256 hash of the signed money case that it is held against; its text holds the baseline. Null without one
 * @param formula version of the arithmetic
 */
@Table("ledger_entry")
public record LedgerEntry(
        @Id String id,
        String pilotKey,
        String periodId,
        @Column("entry_number") int number,
        LocalDate beginsOn,
        LocalDate endsOn,
        @Nullable Integer corrects,
        String currency,

        @MappedCollection(idColumn = "entry_id", keyColumn = "position")
        List<LedgerLine> lines,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) ActualCosts costs,

        @MappedCollection(idColumn = "entry_id", keyColumn = "position")
        List<FoundCost> found,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY) LedgerFigures figures,
        String explanation,
        @Nullable String sealSha256,
        String formula,
        String measuredBy,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /**
     * The arithmetic of this ledger: measured less cost is net; net less promised is the variance. Every sum is rounded
     * to the unit of its currency, half to even; version 1 rounded what was promised to cents in every currency, half up.
     */
    static final String FORMULA = "ledger/2";

    /**
     * An entry for a period that is over.
     *
     * @param earlier the entries of the case so far
     * @throws Refused when the period is not over, or is measured already and not sent back
     */
    static LedgerEntry of(
            Period period,
            Statement stated,
            LedgerFigures figures,
            @Nullable String sealSha256,
            List<Posting> earlier,
            Instant at) {
        if (period.ends().isAfter(LocalDate.ofInstant(at, java.time.ZoneOffset.UTC))) {
            throw new Refused("adoption.ledger.future", period.ends());
        }
        List<Posting> same = earlier.stream()
                .filter(posting -> posting.entry().periodId().equals(period.id()))
                .toList();
        if (!same.isEmpty() && !same.get(same.size() - 1).isSentBack()) {
            throw new Refused("adoption.ledger.twice", period.begins(), period.ends());
        }
        return new LedgerEntry(
                period.id() + "#" + (same.size() + 1),
                period.pilotKey(),
                period.id(),
                earlier.size() + 1,
                period.begins(),
                period.ends(),
                same.isEmpty() ? null : same.get(same.size() - 1).entry().number(),
                stated.currency(),
                stated.lines(),
                stated.costs(),
                stated.found(),
                figures,
                stated.explanation(),
                sealSha256,
                FORMULA,
                stated.measuredBy(),
                at,
                null);
    }

    /** Net value less what was promised as expected; null when nothing was promised. */
    public @Nullable BigDecimal variance() {
        return figures.promisedP50() == null ? null : figures.net().subtract(figures.promisedP50());
    }

    public Period period() {
        return new Period(pilotKey, beginsOn, endsOn);
    }

    /** What was said of the period, without what was worked out of it. */
    public Statement statement() {
        return new Statement(currency, lines, costs, found, explanation, measuredBy);
    }

    /** What somebody says of a period; {@code costs} hold what was {@code found} already. */
    public record Statement(
            String currency,
            List<LedgerLine> lines,
            ActualCosts costs,
            List<FoundCost> found,
            String explanation,
            String measuredBy) {}
}
