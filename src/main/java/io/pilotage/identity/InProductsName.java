package io.pilotage.identity;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Marks that the product itself, not the person it serves, now asks the engine: a guard refuses every other question
 * that comes without a person.
 */
public final class InProductsName {

    private static final ThreadLocal<Boolean> MARK = ThreadLocal.withInitial(() -> false);

    private InProductsName() {}

    /** Runs what our own code has decided to ask, whoever is signed in. */
    public static <T extends @Nullable Object> T call(Supplier<T> call) {
        boolean before = MARK.get();
        MARK.set(true);
        try {
            return call.get();
        } finally {
            MARK.set(before);
        }
    }

    /** Whether this thread is inside such a call. */
    public static boolean isAsking() {
        return MARK.get();
    }
}
