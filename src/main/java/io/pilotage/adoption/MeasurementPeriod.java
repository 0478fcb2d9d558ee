package io.pilotage.adoption;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** One period of use: measured and judged, or missed; and what was decided on it. */
@Table("measurement_period")
public class MeasurementPeriod {

    @Id
    private final String id;

    private final String pilotKey;
    private final LocalDate beginsOn;
    private final LocalDate endsOn;
    private final Judgement judgement;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
    private final Findings findings;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
    private final PeriodFigures figures;

    private @Nullable String decision;
    private @Nullable String reasonCode;
    private @Nullable String reason;
    private @Nullable String plan;
    private @Nullable String decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private @Nullable Integer version;

    MeasurementPeriod(
            String id,
            String pilotKey,
            LocalDate beginsOn,
            LocalDate endsOn,
            Judgement judgement,
            Findings findings,
            PeriodFigures figures) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.beginsOn = beginsOn;
        this.endsOn = endsOn;
        this.judgement = judgement;
        this.findings = findings;
        this.figures = figures;
    }

    /** A measured period counts as adopted only when every required fact holds; a gap is no fact. */
    static MeasurementPeriod judged(
            Period period,
            Findings findings,
            PeriodFigures figures,
            Set<String> required,
            @Nullable MeasurementPeriod before) {
        Judgement judgement = findings.facts().containsAll(required) ? Judgement.ADOPTED : Judgement.VISITED;
        return of(period, judgement, findings, figures, before);
    }

    /** A period that nobody measured; it says nothing. */
    static MeasurementPeriod missed(Period period, @Nullable MeasurementPeriod before) {
        return of(period, Judgement.UNMEASURED, Findings.NONE, PeriodFigures.NONE, before);
    }

    private static MeasurementPeriod of(
            Period period,
            Judgement judgement,
            Findings findings,
            PeriodFigures figures,
            @Nullable MeasurementPeriod before) {
        MeasurementPeriod measured = new MeasurementPeriod(
                period.id(), period.pilotKey(), period.begins(), period.ends(), judgement, findings, figures);
        measured.version = before == null ? null : before.version;
        return measured;
    }

    void decide(Verdict verdict) {
        decision = verdict.decision().code();
        reasonCode = verdict.reasonCode();
        reason = verdict.reason();
        plan = verdict.plan();
        decidedBy = verdict.by();
        decidedAt = verdict.at();
    }

    public boolean isMissed() {
        return judgement == Judgement.UNMEASURED;
    }

    public String id() {
        return id;
    }

    public Period period() {
        return new Period(pilotKey, beginsOn, endsOn);
    }

    public Judgement judgement() {
        return judgement;
    }

    public Findings findings() {
        return findings;
    }

    public PeriodFigures figures() {
        return figures;
    }

    /** Code of the decision, or null before it. */
    public @Nullable String decision() {
        return decision;
    }

    public @Nullable String reasonCode() {
        return reasonCode;
    }

    public @Nullable String reason() {
        return reason;
    }

    public @Nullable String plan() {
        return plan;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
