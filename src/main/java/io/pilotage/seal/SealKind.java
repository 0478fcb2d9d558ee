package io.pilotage.seal;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is sealed: each is agreed before a result is known, and has versions of its own. */
public enum SealKind {
    BASELINE,
    MONEY_HYPOTHESIS,
    KILL_CRITERIA,
    DECISION_CONTRACT,
    AUTONOMY_BOUNDARY,
    EVALUATION_PLAN;

    /** The name in the chain, in addresses and in message keys, for example {@code kill-criteria}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a name that is none of ours, as in a row that somebody changed. */
    static Optional<SealKind> ofName(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }

    /** Empty for a code that is none of ours. */
    public static Optional<SealKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
