package io.pilotage.portfolio;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.springframework.transaction.CannotCreateTransactionException;

/** The database went away or turned the transaction back: nothing is wrong with the row, so that it is tried again. */
public final class DatabaseAway extends RuntimeException {

    private DatabaseAway(Throwable cause) {
        super(cause.toString(), cause);
    }

    /** @throws DatabaseAway when this is why the work failed */
    public static void throwIf(RuntimeException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotCreateTransactionException
                    || cause instanceof SQLTransientException
                    || cause instanceof SQLRecoverableException
                    || cause instanceof SQLException sql && isAway(sql.getSQLState())) {
                throw new DatabaseAway(cause);
            }
        }
    }

    /** Connection exceptions and transaction rollbacks, as the SQL standard numbers them. */
    private static boolean isAway(@org.jspecify.annotations.Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("40"));
    }
}
