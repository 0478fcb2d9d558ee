package io.pilotage.adoption;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.roi.SealedMoneyCase;
import io.pilotage.rollout.RingPlan;
import io.pilotage.rollout.RolloutManagement;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was agreed in earlier phases and is now held against the figures; empty where nobody agreed anything. */
@Service
@Transactional
public class Agreements {

    private final RedesignManagement redesign;
    private final RolloutManagement rollout;
    private final OversightChecks checks;
    private final MoneyPromises promises;
    private final SealedMoneyCase sealed;

    Agreements(
            RedesignManagement redesign,
            RolloutManagement rollout,
            OversightChecks checks,
            MoneyPromises promises,
            SealedMoneyCase sealed) {
        this.redesign = redesign;
        this.rollout = rollout;
        this.checks = checks;
        this.promises = promises;
        this.sealed = sealed;
    }

    /** Who is meant to use it, from the roster of the redesign; its targets never undercut the signed money case. */
    @Transactional(readOnly = true)
    public IntendedUsers intendedUsers(String pilotKey) {
        IntendedUsers declared =
                new IntendedUsers(redesign.rosterOf(pilotKey).map(Roster::segments).orElse(List.of()).stream()
                        .map(segment -> new IntendedUsers.Group(
                                segment.name(), segment.people(), BigDecimal.valueOf(segment.target())))
                        .toList());
        return promise(pilotKey)
                .map(MoneyPromise::targetAdoption)
                .map(target -> declared.atLeast(BigDecimal.valueOf(target)))
                .orElse(declared);
    }

    /** The changes of daily work that were promised. */
    @Transactional(readOnly = true)
    public List<RitualChange> rituals(String pilotKey) {
        return redesign.changeOf(pilotKey).ritualChanges();
    }

    /** What those changes are called. */
    @Transactional(readOnly = true)
    public List<String> ritualNames(String pilotKey) {
        return rituals(pilotKey).stream().map(RitualChange::name).toList();
    }

    /** The override band of the ring plan, else the one the validator set when none was agreed. */
    @Transactional(readOnly = true)
    public Optional<OverrideBand> band(String pilotKey) {
        Optional<OverrideBand> planned = rollout.planOf(pilotKey)
                .map(RingPlan::limits)
                .flatMap(limits -> limits.overrideMin() == null || limits.overrideMax() == null
                        ? Optional.empty()
                        : Optional.of(new OverrideBand(limits.overrideMin(), limits.overrideMax())));
        return planned.or(() -> checks.findByPilotKeyOrderByNotedAtDesc(pilotKey).stream()
                .flatMap(check -> check.band().stream())
                .findFirst());
    }

    /**
     * What the signed money case promised, word for word as sealed; empty until a money case is signed.
     *
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public Optional<MoneyPromise> promise(String pilotKey) {
        return promises.findById(pilotKey)
                .map(kept -> sealed.figuresOf(pilotKey).map(kept::as).orElse(kept));
    }

    /**
     * What was planned for the tokens of a period; empty where the signed money case does not plan by tokens.
     *
     * @param production the day the pilot went into production
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public Optional<TokenPlan> tokens(Period period, LocalDate production) {
        String pilotKey = period.pilotKey();
        return sealed.inferenceOf(pilotKey)
                .flatMap(planned -> sealed.figuresOf(pilotKey)
                        .flatMap(figures -> promise(pilotKey)
                                .map(promise -> promise.share(
                                        figures.plannedVolume().multiply(planned.tokensPerCase()),
                                        production,
                                        period.begins(),
                                        period.ends())))
                        .map(tokens -> new TokenPlan(tokens, planned.tokenPrice())));
    }

    /** A money case was signed; a later one replaces it. */
    public void promised(MoneyPromise promise) {
        promises.save(new MoneyPromise(
                promise.pilotKey(),
                promise.p10(),
                promise.p50(),
                promise.costPerYear(),
                promise.rampMonths(),
                promise.targetAdoption(),
                promise.sealedAt(),
                promise.sealSha256(),
                promises.findById(promise.pilotKey()).map(MoneyPromise::version).orElse(null)));
    }
}
