package io.pilotage.pilot;

import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** The case of one AI pilot: what it was proposed as, where it stands, and which changes of state are allowed. */
@Table("pilot")
public class Pilot {

    @Id
    @Column("pilot_key")
    private final String key;

    @Embedded(onEmpty = OnEmpty.USE_EMPTY)
    private Proposal proposal;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable RiskAnswers risk;

    private @Nullable Tier tier;
    private @Nullable String pathway;
    private @Nullable Integer leadTimeDays;
    private @Nullable String requester;
    private @Nullable BigDecimal grantedAmount;
    private Phase phase;
    private Instant phaseSince;
    private PilotStatus status;
    private Instant statusSince;
    private @Nullable StallReason stallReason;
    private @Nullable String statusNote;
    private @Nullable LocalDate heldUntil;
    private @Nullable String mergedInto;
    private @Nullable String source;
    private @Nullable String sourceRow;
    private final Instant createdAt;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Pilot(
            String key,
            Proposal proposal,
            @Nullable RiskAnswers risk,
            Phase phase,
            Instant phaseSince,
            PilotStatus status,
            Instant statusSince,
            Instant createdAt) {
        this.key = key;
        this.proposal = proposal;
        this.risk = risk;
        this.phase = phase;
        this.phaseSince = phaseSince;
        this.status = status;
        this.statusSince = statusSince;
        this.createdAt = createdAt;
    }

    /** A pilot somebody proposes by the intake form. */
    static Pilot proposed(String key, Proposal proposal, RiskAnswers risk, String requester, Instant at) {
        Pilot pilot = new Pilot(key, proposal, risk, Phase.DISCOVERY, at, PilotStatus.ACTIVE, at, at);
        pilot.requester = requester;
        return pilot;
    }

    /** A pilot that an inventory says exists already; what the inventory leaves blank stays blank. */
    static Pilot imported(String key, Inventory entry, Instant at) {
        Pilot pilot = new Pilot(key, entry.proposal(), entry.risk(), entry.phase(), at, entry.status(), at, at);
        pilot.source = entry.source();
        pilot.sourceRow = entry.row();
        return pilot;
    }

    /** Notes what the decision tables say of the risk answers. */
    void classify(Classification said) {
        this.tier = said.tier();
        this.pathway = said.pathway();
        this.leadTimeDays = said.leadTimeDays();
    }

    /** Answers the risk questions, for a case that came without answers. */
    void answerRisk(RiskAnswers answers) {
        this.risk = answers;
    }

    /** States in which currency its money is. @throws Refused when it is stated already and another one */
    void stateCurrency(String currency) {
        String stated = proposal.currency();
        if (stated != null && !stated.equals(currency)) {
            throw new Refused("pilot.currency.other", key, stated, currency);
        }
        proposal = proposal.in(currency);
    }

    /** Notes what the charter grants; its time-box takes the place of the one that was asked for. */
    void grant(BigDecimal amount, LocalDate until) {
        grantedAmount = amount;
        proposal = proposal.within(until);
    }

    /** Enters a phase; entering the one it is in changes nothing. */
    boolean enter(Phase next, Instant at) {
        if (phase == next) {
            return false;
        }
        phase = next;
        phaseSince = at;
        return true;
    }

    /** @throws Refused when the case is over */
    void hold(LocalDate until, @Nullable StallReason reason, @Nullable String note, Instant at) {
        become(PilotStatus.HELD, reason, note, at);
        heldUntil = until;
    }

    /** @throws Refused when the case is not held */
    void resume(Instant at) {
        if (status != PilotStatus.HELD) {
            throw new Refused("pilot.notHeld", key);
        }
        heldUntil = null;
        become(PilotStatus.ACTIVE, null, null, at);
    }

    /** @throws Refused when the case is over, or when it would be merged into itself */
    void mergeInto(String other, @Nullable String note, Instant at) {
        if (other.equals(key)) {
            throw new Refused("pilot.mergeIntoItself", key);
        }
        become(PilotStatus.MERGED, StallReason.COORDINATION, note, at);
        mergedInto = other;
    }

    /** Moves to another status. @throws Refused when the case is over */
    void become(PilotStatus next, @Nullable StallReason reason, @Nullable String note, Instant at) {
        if (status.isFinal() && status != next) {
            throw new Refused("pilot.over", key, status.words());
        }
        if (status != next) {
            statusSince = at;
        }
        status = next;
        stallReason = reason;
        statusNote = note;
    }

    public String key() {
        return key;
    }

    public Proposal proposal() {
        return proposal;
    }

    public RiskAnswers risk() {
        return risk == null ? RiskAnswers.UNANSWERED : risk;
    }

    public @Nullable Tier tier() {
        return tier;
    }

    public @Nullable String pathway() {
        return pathway;
    }

    public @Nullable Integer leadTimeDays() {
        return leadTimeDays;
    }

    public @Nullable String requester() {
        return requester;
    }

    /** Money that the charter granted, in the pilot's currency; null before it or where it was not said. */
    public @Nullable BigDecimal grantedAmount() {
        return grantedAmount;
    }

    public Phase phase() {
        return phase;
    }

    public Instant phaseSince() {
        return phaseSince;
    }

    public PilotStatus status() {
        return status;
    }

    public Instant statusSince() {
        return statusSince;
    }

    public @Nullable StallReason stallReason() {
        return stallReason;
    }

    public @Nullable String statusNote() {
        return statusNote;
    }

    public @Nullable LocalDate heldUntil() {
        return heldUntil;
    }

    public @Nullable String mergedInto() {
        return mergedInto;
    }

    public @Nullable String source() {
        return source;
    }

    public @Nullable String sourceRow() {
        return sourceRow;
    }

    public Instant createdAt() {
        return createdAt;
    }
}
