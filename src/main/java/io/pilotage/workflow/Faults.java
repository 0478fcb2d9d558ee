package io.pilotage.workflow;

import java.sql.SQLTransactionRollbackException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;

/** What went wrong, for those who answer a person: a refusal, somebody faster, or a fault to be found in the log. */
public final class Faults {

    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);

    private Faults() {}

    /** Writes a fault to the log, whole. @return the reference under which it is found there */
    public static String noted(String where, Throwable fault) {
        String reference = reference();
        LOG.error("Fault {} at {}", reference, oneLine(where), fault);
        return reference;
    }

    /** Writes to the log that a request was not understood. @return the reference under which it is found there */
    static String mentioned(String where, Throwable problem) {
        String reference = reference();
        LOG.info("Request {} at {} was turned away: {}", reference, oneLine(where), oneLine(problem.toString()));
        return reference;
    }

    /** The refusal at the bottom of what was thrown, however often it was wrapped. */
    public static Optional<Refused> refusalIn(Throwable thrown) {
        return causes(thrown)
                .filter(Refused.class::isInstance)
                .map(Refused.class::cast)
                .findFirst();
    }

    /** Whether somebody else changed the same thing at the same time; doing it again may well succeed. */
    public static boolean isConflict(Throwable thrown) {
        return causes(thrown)
                .anyMatch(cause -> cause instanceof OptimisticLockingException
                        || cause instanceof ConcurrencyFailureException
                        || cause instanceof SQLTransactionRollbackException);
    }

    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }

    private static String reference() {
        int random = ThreadLocalRandom.current().nextInt();
        String digits = "%08X".formatted(random).toUpperCase(Locale.ROOT);
        return digits.substring(0, 4) + "-" + digits.substring(4);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}+", " ");
    }
}
