package io.pilotage.pilot.reopening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.pilot.Gate;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What a loop costs, and what counts as new. */
class LoopTests {

    private static final Instant ASKED = Instant.parse("2030-01-31T10:00:00Z");
    private static final LocalDate DECIDED = LocalDate.of(2030, 1, 15);
    private static final LocalDate TODAY = LocalDate.of(2030, 1, 31);

    @Test
    void aBegunDayIsAWholeOne() {
        assertThat(loop("100").days(ASKED)).isEqualTo(1);
        assertThat(loop("100").days(ASKED.plus(Duration.ofDays(1)))).isEqualTo(1);
        assertThat(loop("100").days(ASKED.plus(Duration.ofDays(1)).plusSeconds(1)))
                .isEqualTo(2);
    }

    @Test
    void costGrowsWithTheDaysUntilItIsClosed() {
        Random chance = new Random(20300131);
        for (int round = 0; round < 1_000; round++) {
            int cents = chance.nextInt(10_000_000);
            Loop loop = loop(BigDecimal.valueOf(cents, 2).toPlainString());
            Duration taken = Duration.ofSeconds(chance.nextInt(40_000_000));
            long days = Math.max(1, (taken.toSeconds() + 86_399) / 86_400);
            BigDecimal exact = BigDecimal.valueOf(cents, 2).multiply(BigDecimal.valueOf(days));
            assertThat(loop.cost(ASKED.plus(taken))
                            .orElseThrow()
                            .subtract(exact)
                            .abs())
                    .isLessThanOrEqualTo(new BigDecimal("0.5"));
            loop.close(Loop.Outcome.STANDS, "It stands", ASKED.plus(taken));
            assertThat(loop.days(ASKED.plus(taken).plus(Duration.ofDays(50)))).isEqualTo(days);
        }
    }

    @Test
    void withoutASealedMoneyCaseThereIsNoPrice() {
        Loop unsealed =
                Loop.asked("P-1", Gate.G1, Loop.Kind.REOPENING, 1, question("New", DECIDED), null, "EUR", ASKED);
        assertThat(unsealed.cost(ASKED)).isEmpty();
    }

    @Test
    void onlyWhatBecameKnownAfterTheDecisionIsNew() {
        assertThatCode(() -> question("New", DECIDED).newSince(DECIDED, TODAY)).doesNotThrowAnyException();
        refused(question("New", DECIDED.minusDays(1)), "pilot.reopening.evidenceOld");
        refused(question("New", TODAY.plusDays(2)), "pilot.reopening.evidenceAhead");
        refused(question(" ", DECIDED), "pilot.reopening.evidenceMissing");
        refused(question("New", null), "pilot.reopening.evidenceMissing");
        refused(new Question("test", " ", "New", DECIDED, "x", "r", "r"), "pilot.reopening.questionMissing");
    }

    @Test
    void theSameEvidenceInOtherSpellingIsTheSame() {
        Question one = question("Audit of May: 12 % wrong.", DECIDED);
        assertThat(one.hasEvidenceOf(question("  audit of may – 12% WRONG", DECIDED)))
                .isTrue();
        assertThat(one.hasEvidenceOf(question("Audit of June: 12 % wrong.", DECIDED)))
                .isFalse();
        assertThat(one.hasEvidenceOf(question(null, null))).isFalse();
    }

    private static void refused(Question question, String key) {
        assertThatThrownBy(() -> question.newSince(DECIDED, TODAY))
                .isInstanceOfSatisfying(
                        StaysClosed.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }

    private static Loop loop(String perDay) {
        return Loop.asked(
                "P-1", Gate.G1, Loop.Kind.REOPENING, 1, question("New", DECIDED), new BigDecimal(perDay), "EUR", ASKED);
    }

    private static Question question(String evidence, LocalDate on) {
        return new Question("test", "Is it still true?", evidence, on, "x", "security-review", "security-review");
    }
}
