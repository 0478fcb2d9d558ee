package io.pilotage.roi;

import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.roi.valuation.Terms;
import io.pilotage.roi.valuation.Valuation;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Freezes money cases before they are signed, and keeps who signed which. */
@Service
@Transactional
public class MoneyCaseSealing {

    private final RoiManagement roi;
    private final MoneyCaseSeals seals;
    private final RoiConditionManagement conditions;
    private final Valuations valuations;
    private final SealedMoneyCase sealed;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    MoneyCaseSealing(
            RoiManagement roi,
            MoneyCaseSeals seals,
            RoiConditionManagement conditions,
            Valuations valuations,
            SealedMoneyCase sealed,
            Clock clock,
            ApplicationEventPublisher events) {
        this.roi = roi;
        this.seals = seals;
        this.conditions = conditions;
        this.valuations = valuations;
        this.sealed = sealed;
        this.clock = clock;
        this.events = events;
    }

    /** Seals what is stated now under the next number. @throws Refused when benefit or cost is not stated */
    public MoneyCaseSeal seal(String pilotKey) {
        MoneyCase money = roi.moneyCaseOf(pilotKey).orElseThrow(() -> new Refused("roi.seal.nothing", pilotKey));
        Valuation valuation = valuations.of(pilotKey, money);
        Instant now = clock.instant();
        sealed.seal(pilotKey, money, valuation.terms(), now);
        return seals.save(MoneyCaseSeal.of(
                pilotKey,
                1 + seals.countByPilotKey(pilotKey),
                contentOf(pilotKey, valuation.terms()),
                SealedFigures.of(money),
                valuation,
                now));
    }

    /** The latest seal, signed or not. */
    @Transactional(readOnly = true)
    public Optional<MoneyCaseSeal> latest(String pilotKey) {
        return seals.findByPilotKeyOrderByNumber(pilotKey).stream().reduce((earlier, later) -> later);
    }

    /** The seal that was signed last; a later one that waits for its signatures does not count yet. */
    @Transactional(readOnly = true)
    public Optional<MoneyCaseSeal> signed(String pilotKey) {
        return seals.findByPilotKeyOrderByNumber(pilotKey).stream()
                .filter(seal -> seal.signedAt() != null)
                .reduce((earlier, later) -> later);
    }

    /**
     * The version of the baseline that a sealed money case holds, for {@code /pilots/{key}/seals/baseline}.
     *
     * @param sha256 hash of the money case
     * @return empty when there is no such money case, or it was sealed before the parts of it were
     */
    @Transactional(readOnly = true)
    public Optional<Integer> baselineVersion(String pilotKey, String sha256) {
        return seals.findByPilotKeyOrderByNumber(pilotKey).stream()
                .filter(seal -> seal.sha256().equals(sha256))
                .reduce((earlier, later) -> later)
                .flatMap(seal -> sealed.baselineAt(pilotKey, seal.sealedAt()));
    }

    /** Whether the signature that counts was revoked and nobody has signed again. */
    @Transactional(readOnly = true)
    public boolean isRevoked(String pilotKey) {
        return signed(pilotKey).filter(MoneyCaseSeal::isRevoked).isPresent();
    }

    /** Whether what is stated now is exactly what was sealed last, and the seal is neither altered nor revoked. */
    @Transactional(readOnly = true)
    public boolean isSealed(String pilotKey) {
        return latest(pilotKey)
                .filter(seal -> !seal.isRevoked() && isUnchanged(seal))
                .isPresent();
    }

    /** What it is worth: as sealed while that still is what is stated, else worked out anew; empty when nothing is. */
    @Transactional(readOnly = true)
    public Optional<Valuation> valuation(String pilotKey) {
        return latest(pilotKey)
                .filter(this::isUnchanged)
                .flatMap(MoneyCaseSeal::valued)
                .or(() -> roi.moneyCaseOf(pilotKey).map(money -> valuations.of(pilotKey, money)));
    }

    private boolean isUnchanged(MoneyCaseSeal seal) {
        return seal.covers(
                contentOf(seal.pilotKey(), seal.valued().map(Valuation::terms).orElse(null)));
    }

    /** The signature is gone because a condition was not met. */
    public void revoke(String pilotKey) {
        Instant now = clock.instant();
        String condition = conditions.overdue(pilotKey).map(RoiCondition::point).orElse("");
        signed(pilotKey).ifPresent(seal -> {
            seals.save(seal.revoked(now));
            events.publishEvent(new MoneyCaseRevoked(pilotKey, condition, now));
        });
    }

    @EventListener
    void on(GateDecided decided) {
        if (decided.gate() != Gate.G2) {
            return;
        }
        if (!decided.outcome().opens()) {
            conditions.discard(decided.pilotKey());
            return;
        }
        conditions.supersede(decided.pilotKey(), decided.signers().get(0), decided.at());
        latest(decided.pilotKey()).ifPresent(seal -> signed(seal, decided));
        roi.openPermitOf(decided.pilotKey())
                .ifPresent(permit -> conditions.propose(
                        decided.pilotKey(), List.of(permit.finding()), permit.grantedBy(), decided.at()));
        conditions.takeEffect(decided.pilotKey());
    }

    private void signed(MoneyCaseSeal seal, GateDecided decided) {
        MoneyCaseSeal signed = seals.save(seal.signed(decided.signers(), decided.at()));
        sealed.sign(decided);
        events.publishEvent(new MoneyCaseSigned(
                signed.pilotKey(),
                signed.sha256(),
                signed.figures(),
                sealed.criteriaOf(signed.pilotKey()),
                decided.signers(),
                decided.at()));
    }

    private String contentOf(String pilotKey, @Nullable Terms terms) {
        Map<String, Object> content = new HashMap<>();
        content.put("pilot", pilotKey);
        content.put("baseline", roi.baselineOf(pilotKey).orElse(null));
        content.put("hypothesis", roi.hypothesisOf(pilotKey).orElse(null));
        content.put("cost", roi.costOf(pilotKey).orElse(null));
        content.put("criteria", roi.criteriaOf(pilotKey).orElse(null));
        if (terms != null) {
            content.put("terms", terms);
        }
        content.put("contract", roi.contractOf(pilotKey).orElse(null));
        return CanonicalJson.write(content);
    }
}

/** Seals of all money cases. */
interface MoneyCaseSeals extends CrudRepository<MoneyCaseSeal, String> {

    int countByPilotKey(String pilotKey);

    List<MoneyCaseSeal> findByPilotKeyOrderByNumber(String pilotKey);
}
