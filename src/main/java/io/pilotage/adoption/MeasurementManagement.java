package io.pilotage.adoption;

import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was measured of each period: use, rituals, trust and oversight; a second answer replaces the first. */
@Service
@Transactional
public class MeasurementManagement {

    private final Telemetries telemetries;
    private final RitualConfirmations rituals;
    private final TrustPulses pulses;
    private final OversightChecks checks;

    MeasurementManagement(
            Telemetries telemetries, RitualConfirmations rituals, TrustPulses pulses, OversightChecks checks) {
        this.telemetries = telemetries;
        this.rituals = rituals;
        this.pulses = pulses;
        this.checks = checks;
    }

    /** @throws Refused when counts contradict each other */
    public void record(Telemetry telemetry) {
        telemetries.save(telemetry.checked());
    }

    public void confirm(RitualConfirmation confirmation) {
        rituals.save(confirmation);
    }

    /** @throws Refused when more people answered than were asked */
    public void take(TrustPulse pulse) {
        pulses.save(pulse.checked());
    }

    /** @throws Refused when counts contradict each other */
    public void check(OversightCheck check) {
        checks.save(check.checked());
    }

    @Transactional(readOnly = true)
    public Optional<Telemetry> telemetryOf(Period period) {
        return telemetries.findById(period.id());
    }

    @Transactional(readOnly = true)
    public Optional<RitualConfirmation> ritualsOf(Period period) {
        return rituals.findById(period.id());
    }

    @Transactional(readOnly = true)
    public Optional<TrustPulse> trustOf(Period period) {
        return pulses.findById(period.id());
    }

    @Transactional(readOnly = true)
    public Optional<OversightCheck> oversightOf(Period period) {
        return checks.findById(period.id());
    }
}
