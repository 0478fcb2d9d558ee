package io.pilotage.adoption;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what was measured of a period against what was agreed. */
@Component
class Assessor {

    private final MeasurementManagement measurements;
    private final Ledger ledger;
    private final Agreements agreements;
    private final MeasurementCalendar calendar;

    Assessor(MeasurementManagement measurements, Ledger ledger, Agreements agreements, MeasurementCalendar calendar) {
        this.measurements = measurements;
        this.ledger = ledger;
        this.agreements = agreements;
        this.calendar = calendar;
    }

    Findings findings(Period period) {
        Optional<Telemetry> telemetry = measurements.telemetryOf(period);
        IntendedUsers intended = agreements.intendedUsers(period.pilotKey());
        PeriodFigures figures = figures(period);
        return new Findings(
                telemetry.filter(found -> intended.areReached(found.segments())).isPresent(),
                measurements
                        .ritualsOf(period)
                        .filter(found -> found.confirms(agreements.ritualNames(period.pilotKey())))
                        .isPresent(),
                aboveP10(figures),
                telemetry
                        .flatMap(found -> agreements.band(period.pilotKey()).map(found::keeps))
                        .orElse(null));
    }

    PeriodFigures figures(Period period) {
        Optional<LedgerEntry> entry = ledger.counting(period);
        Optional<LedgerFigures> value = entry.map(LedgerEntry::figures);
        String currency = entry.map(LedgerEntry::currency).orElse(null);
        Optional<MoneyPromise> promise = agreements.promise(period.pilotKey());
        LocalDate production = calendar.production(period.pilotKey());
        return new PeriodFigures(
                measurements
                        .telemetryOf(period)
                        .flatMap(found ->
                                agreements.intendedUsers(period.pilotKey()).share(found.segments()))
                        .orElse(null),
                value.map(LedgerFigures::measured).orElse(null),
                value.map(LedgerFigures::asserted).orElse(null),
                value.map(LedgerFigures::cost).orElse(null),
                value.map(LedgerFigures::net).orElse(null),
                promise.map(found -> found.netP10(production, period.begins(), period.ends(), currency))
                        .orElse(null),
                promise.map(found -> found.netP50(production, period.begins(), period.ends(), currency))
                        .orElse(null));
    }

    private static @Nullable Boolean aboveP10(PeriodFigures figures) {
        return figures.netRealised() == null || figures.promisedP10() == null
                ? null
                : figures.netRealised().compareTo(figures.promisedP10()) >= 0;
    }
}
