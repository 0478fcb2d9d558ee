package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.roi.KillCriterion.Comparator;
import io.pilotage.roi.KillCriterion.Consequence;
import io.pilotage.roi.KillCriterion.Kind;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class KillCriterionTests {

    private static final LocalDate DAY = LocalDate.of(2030, 6, 1);

    @Test
    void theLimitItselfIsStillGood() {
        assertThat(limit(Kind.VALUE, Comparator.AT_LEAST).isMetBy(new BigDecimal("40.00"), DAY))
                .isFalse();
        assertThat(limit(Kind.SAFETY, Comparator.AT_MOST).isMetBy(new BigDecimal("40.00"), DAY))
                .isFalse();
    }

    @Test
    void theBadSideOfTheLimitMeetsIt() {
        assertThat(limit(Kind.VALUE, Comparator.AT_LEAST).isMetBy(new BigDecimal("39.99"), DAY))
                .isTrue();
        assertThat(limit(Kind.SAFETY, Comparator.AT_MOST).isMetBy(new BigDecimal("40.01"), DAY))
                .isTrue();
    }

    @Test
    void beforeItsDayNoLimitCounts() {
        assertThat(limit(Kind.VALUE, Comparator.AT_LEAST).isMetBy(BigDecimal.ZERO, DAY.minusDays(1)))
                .isFalse();
    }

    @Test
    void withoutALimitOnSafetyNothingIsAgreed() {
        AgreedCriteria twoKinds = agreed(
                limit(Kind.VALUE, Comparator.AT_LEAST),
                limit(Kind.ADOPTION, Comparator.AT_LEAST),
                limit(Kind.ADOPTION, Comparator.AT_MOST));
        assertThatThrownBy(() -> twoKinds.plausible(limit -> true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("roi.criteria.incomplete");
    }

    @Test
    void aLimitThatCountsBeforeItIsAgreedIsRefused() {
        AgreedCriteria late =
                new AgreedCriteria("P-0", three(), "bu-sponsor", Instant.parse("2030-06-02T08:00:00Z"), null);
        assertThatThrownBy(() -> late.plausible(limit -> true))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("roi.criteria.past")
                .hasMessageContaining("roi.criteria.place.VALUE");
    }

    @Test
    void theSecondLimitOnUseIsNamedWhenNobodyMeasuresIt() {
        AgreedCriteria four = agreed(
                limit(Kind.VALUE, Comparator.AT_LEAST),
                limit(Kind.ADOPTION, Comparator.AT_LEAST),
                limit(Kind.ADOPTION, Comparator.AT_MOST),
                limit(Kind.SAFETY, Comparator.AT_MOST));
        assertThatThrownBy(() -> four.plausible(
                        limit -> limit.kind() != Kind.ADOPTION || limit.comparator() == Comparator.AT_LEAST))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("roi.criteria.unmeasured")
                .hasMessageContaining("roi.criteria.place.ADOPTION")
                .hasMessageContaining("arguments [2]");
    }

    private static AgreedCriteria agreed(KillCriterion... criteria) {
        return new AgreedCriteria("P-0", List.of(criteria), "bu-sponsor", Instant.parse("2030-01-01T08:00:00Z"), null);
    }

    private static List<KillCriterion> three() {
        return List.of(
                limit(Kind.VALUE, Comparator.AT_LEAST),
                limit(Kind.ADOPTION, Comparator.AT_LEAST),
                limit(Kind.SAFETY, Comparator.AT_MOST));
    }

    private static KillCriterion limit(Kind kind, Comparator comparator) {
        return new KillCriterion(
                kind,
                "netValue",
                null,
                comparator,
                new BigDecimal("40"),
                DAY,
                "monthly",
                "Ledger",
                Consequence.DEFEND,
                "buSponsor");
    }
}
