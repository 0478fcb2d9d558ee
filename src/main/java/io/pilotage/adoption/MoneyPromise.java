package io.pilotage.adoption;

import io.pilotage.roi.SealedFigures;
import io.pilotage.roi.valuation.Terms;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the signed money case promised, in the pilot's currency.
 *
 * @param p10 value per year in full use and before cost; in nine of ten cases it becomes more
 * @param costPerYear cost to serve per year in full use
 * @param rampMonths months from production until full use; value and cost are promised to grow evenly until then
 * @param targetAdoption percent of the intended users who must use it; null when it was signed before this was kept
 * @param sealSha256 hash of the signed money case; null when it was signed before this was kept
 */
@Table("money_promise")
public record MoneyPromise(
        @Id String pilotKey,
        BigDecimal p10,
        BigDecimal p50,
        BigDecimal costPerYear,
        int rampMonths,
        @Nullable Integer targetAdoption,
        Instant sealedAt,
        @Nullable String sealSha256,
        @Version @Nullable Integer version) {

    private static final BigDecimal DAYS = BigDecimal.valueOf(365);
    private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    /** The same promise with the figures of the sealed text, whatever this row says. */
    MoneyPromise as(SealedFigures sealed) {
        return new MoneyPromise(
                pilotKey,
                sealed.p10(),
                sealed.p50(),
                sealed.costPerYear(),
                sealed.rampMonths(),
                sealed.targetAdoption(),
                sealedAt,
                sealSha256,
                version);
    }

    /** P10 after cost for the period, as the seal says it. @param production the day the pilot went into production */
    public BigDecimal netP10(LocalDate production, LocalDate begins, LocalDate ends, @Nullable String currency) {
        return net(p10, production, begins, ends, currency);
    }

    /** P50 after cost for the period. @param production the day the pilot went into production */
    public BigDecimal netP50(LocalDate production, LocalDate begins, LocalDate ends, @Nullable String currency) {
        return net(p50, production, begins, ends, currency);
    }

    /** So much of a figure a year in full use falls on the period, as use was promised to grow; four decimals. */
    BigDecimal share(BigDecimal perYear, LocalDate production, LocalDate begins, LocalDate ends) {
        return perYear.multiply(fullDays(production, begins, ends))
                .divide(DAYS, MathContext.DECIMAL64)
                .setScale(4, RoundingMode.HALF_EVEN);
    }

    private BigDecimal fullDays(LocalDate production, LocalDate begins, LocalDate ends) {
        return fullDays(until(production, ends)).subtract(fullDays(until(production, begins)));
    }

    /** Rounded once, like every sum of a money case. */
    private BigDecimal net(
            BigDecimal perYear, LocalDate production, LocalDate begins, LocalDate ends, @Nullable String currency) {
        return perYear.subtract(costPerYear)
                .multiply(fullDays(production, begins, ends))
                .divide(DAYS, MathContext.DECIMAL64)
                .setScale(Terms.digits(currency), RoundingMode.HALF_EVEN);
    }

    /** Days in full use that so many days since production are worth, with use growing evenly during the ramp. */
    private BigDecimal fullDays(BigDecimal days) {
        BigDecimal ramp = DAYS.multiply(BigDecimal.valueOf(rampMonths)).divide(MONTHS, MathContext.DECIMAL64);
        return days.compareTo(ramp) >= 0
                ? days.subtract(ramp.divide(TWO, MathContext.DECIMAL64))
                : days.multiply(days).divide(ramp.multiply(TWO), MathContext.DECIMAL64);
    }

    private static BigDecimal until(LocalDate production, LocalDate day) {
        return BigDecimal.valueOf(Math.max(0, ChronoUnit.DAYS.between(production, day)));
    }
}
