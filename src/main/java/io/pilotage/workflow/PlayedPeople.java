package io.pilotage.workflow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Marks that the sample portfolio plays people on this thread: nobody signs, and the trail says so. */
public final class PlayedPeople {

    private static final ThreadLocal<Boolean> MARK = ThreadLocal.withInitial(() -> false);

    private PlayedPeople() {}

    /** Plays something in the name of people who are not there. */
    public static <T extends @Nullable Object> T act(Supplier<T> play) {
        boolean before = MARK.get();
        MARK.set(true);
        try {
            return play.get();
        } finally {
            MARK.set(before);
        }
    }

    static boolean areActing() {
        return MARK.get();
    }
}
