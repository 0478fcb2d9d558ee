package io.pilotage.roi;

import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateDecided;
import io.pilotage.roi.valuation.Terms;
import io.pilotage.seal.Seal;
import io.pilotage.seal.SealChange;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealedContent;
import io.pilotage.seal.Seals;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sealed parts of a money case: written before anybody signs, and read whenever a result is judged. */
@Service
@Transactional
public class SealedMoneyCase {

    private static final List<SealKind> SIGNED_AT_G2 =
            List.of(SealKind.BASELINE, SealKind.MONEY_HYPOTHESIS, SealKind.KILL_CRITERIA, SealKind.DECISION_CONTRACT);

    private final RoiManagement roi;
    private final ReworkRule reworks;
    private final ContractAcceptance acceptance;
    private final Seals seals;

    SealedMoneyCase(RoiManagement roi, ReworkRule reworks, ContractAcceptance acceptance, Seals seals) {
        this.roi = roi;
        this.reworks = reworks;
        this.acceptance = acceptance;
        this.seals = seals;
    }

    /** What of a sealed text is read back when a result is judged. */
    private record SealedHypothesis(
            SealedFigures figures, @Nullable SealedCost cost) {}

    /** Likewise. */
    private record SealedCost(@Nullable Inference inference) {}

    /** Likewise. */
    private record SealedCriteria(List<KillCriterion> criteria) {}

    /** Seals what is stated now; what has not changed since keeps its version. */
    void seal(String pilotKey, MoneyCase money, Terms terms, Instant at) {
        SealChange change = reworks.change(pilotKey);
        roi.baselineOf(pilotKey)
                .ifPresent(baseline -> seal(
                        pilotKey,
                        SealKind.BASELINE,
                        SealedContent.of(baseline)
                                .persons("owner")
                                .texts("sourceSystem", "method", "confounders", "comparisonGroup"),
                        change,
                        at));
        SealedContent cost = SealedContent.of(money.cost())
                .persons("costOwner", "confirmedBy")
                .texts("subsidies", "correction")
                .textsIn("lines", "driver")
                .textsIn("review", "driver")
                .textsIn("energy", "driver");
        seal(
                pilotKey,
                SealKind.MONEY_HYPOTHESIS,
                SealedContent.of(money.hypothesis())
                        .persons("benefitOwner")
                        .texts("budgetLine")
                        .with("figures", SealedFigures.of(money))
                        .with("cost", cost)
                        .with("terms", terms),
                change,
                at);
        roi.criteriaOf(pilotKey)
                .ifPresent(criteria -> seal(
                        pilotKey,
                        SealKind.KILL_CRITERIA,
                        SealedContent.of(criteria).without("agreedAt").persons("agreedBy"),
                        change,
                        at));
        roi.contractOf(pilotKey).ifPresent(contract -> acceptance.accept(contract, change));
    }

    /** Everybody who signed the money case signed its sealed parts. */
    void sign(GateDecided decided) {
        seals.sign(decided.pilotKey(), SIGNED_AT_G2, decided.signers(), "gate." + Gate.G2.name(), decided.at());
    }

    /**
     * The figures that results are judged against, as signed; empty for a case signed before there were seals.
     *
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public Optional<SealedFigures> figuresOf(String pilotKey) {
        return seals.signed(pilotKey, SealKind.MONEY_HYPOTHESIS)
                .map(Seal::content)
                .map(text -> SealedContent.read(text, SealedHypothesis.class).figures());
    }

    /**
     * How inference was planned by tokens, as signed; empty where it was not.
     *
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public Optional<Inference> inferenceOf(String pilotKey) {
        return seals.signed(pilotKey, SealKind.MONEY_HYPOTHESIS)
                .map(Seal::content)
                .map(text -> SealedContent.read(text, SealedHypothesis.class).cost())
                .map(SealedCost::inference);
    }

    /**
     * The limits that results are judged against, as signed; empty for a case signed before there were seals.
     *
     * @throws io.pilotage.workflow.Refused when the sealed text was changed in the database
     */
    @Transactional(readOnly = true)
    public List<KillCriterion> criteriaOf(String pilotKey) {
        return seals.signed(pilotKey, SealKind.KILL_CRITERIA)
                .map(Seal::content)
                .map(text -> SealedContent.read(text, SealedCriteria.class).criteria())
                .orElse(List.of());
    }

    /** The version of the baseline that counted at that moment; a money case and its parts are sealed in one. */
    Optional<Integer> baselineAt(String pilotKey, Instant moment) {
        return seals.of(pilotKey).stream()
                .filter(seal ->
                        seal.kind() == SealKind.BASELINE && !seal.sealedAt().isAfter(moment))
                .map(Seal::version)
                .max(Comparator.naturalOrder());
    }

    private void seal(String pilotKey, SealKind kind, SealedContent content, SealChange change, Instant at) {
        seals.seal(pilotKey, kind, content, TrailEntry.PRODUCT, change, at);
    }
}
