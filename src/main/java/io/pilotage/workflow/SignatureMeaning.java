package io.pilotage.workflow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a signature can mean (21 CFR 11.50): that somebody looked at something, decided it, or answers for it. */
enum SignatureMeaning {
    REVIEW,
    APPROVAL,
    RESPONSIBILITY;

    /** As the model's property {@code signature} says it; also the suffix of message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SignatureMeaning> ofCode(String code) {
        return Arrays.stream(values())
                .filter(meaning -> meaning.code().equals(code))
                .findFirst();
    }
}
