package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.IllegalTransactionStateException;

/** Neither is there without the other: what was done, and its entry; only refusals stay. */
class TrailTransactionTests extends TrailAlone {

    @Test
    void appendingOutsideOfTransactionIsRefused() {
        TrailEntry entry = entry(pilot, TrailEntry.PRODUCT, "completed").build();
        assertThatExceptionOfType(IllegalTransactionStateException.class).isThrownBy(() -> trail.append(entry));
    }

    @Test
    void whatIsUndoneWasNeverDone() {
        append(entry(pilot, TrailEntry.PRODUCT, "claimed").build());
        transaction.executeWithoutResult(status -> {
            trail.append(entry(pilot, TrailEntry.PRODUCT, "completed").build());
            status.setRollbackOnly();
        });
        append(entry(pilot, TrailEntry.PRODUCT, "held").build());
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).containsExactly("held", "claimed");
        assertThat(trail.of(pilot, TrailFilter.ALL, ALL).map(RecordedEntry::number))
                .containsExactly(2L, 1L);
    }

    @Test
    void refusalStaysWhenItsTransactionIsUndone() {
        transaction.executeWithoutResult(status -> {
            trail.append(entry(pilot, TrailEntry.PRODUCT, "completed").build());
            trail.appendRefusal(entry(pilot, "anna", "refused").build());
            status.setRollbackOnly();
        });
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).containsExactly("refused");
    }

    @Test
    void refusalStaysWhenItsTransactionEndsWellAllTheSame() {
        transaction.executeWithoutResult(status -> {
            trail.append(entry(pilot, TrailEntry.PRODUCT, "claimed").build());
            trail.appendRefusal(entry(pilot, TrailEntry.PRODUCT, "refused").build());
        });
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).containsExactly("refused", "claimed");
    }

    @Test
    void refusalNeedsNoTransaction() {
        trail.appendRefusal(entry(pilot, TrailEntry.PRODUCT, "refused").build());
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).containsExactly("refused");
    }

    @Test
    void manyRefusalsAtOnceNeedNoMoreConnectionsThanTransactions() throws Exception {
        atOnce(16, () -> {
            transaction.executeWithoutResult(status -> {
                trail.append(entry(pilot, TrailEntry.PRODUCT, "claimed").build());
                trail.appendRefusal(entry(pilot, TrailEntry.PRODUCT, "refused").build());
                status.setRollbackOnly();
            });
            return null;
        });
        assertThat(kinds(trail.of(pilot, TrailFilter.ALL, ALL))).hasSize(16).containsOnly("refused");
    }

    @Test
    void entriesWrittenAtOnceAreNumberedWithoutGaps() throws Exception {
        atOnce(40, () -> {
            append(entry(pilot, TrailEntry.PRODUCT, "completed").build());
            return null;
        });
        assertThat(trail.of(pilot, TrailFilter.ALL, ALL).map(RecordedEntry::number))
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void refusalThatCannotBeWrittenLeavesNoGap() {
        String tooLong = "x".repeat(300);
        transaction.executeWithoutResult(
                status -> trail.appendRefusal(entry(pilot, "anna", tooLong).build()));
        append(entry(pilot, TrailEntry.PRODUCT, "claimed").build());
        assertThat(only(pilot).number()).isEqualTo(1);
    }

    private static void atOnce(int times, Callable<Void> work) throws Exception {
        var threads = Executors.newFixedThreadPool(times);
        try {
            for (Future<Void> done : threads.invokeAll(Collections.nCopies(times, work))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
    }
}
