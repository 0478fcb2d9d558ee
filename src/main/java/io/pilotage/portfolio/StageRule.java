package io.pilotage.portfolio;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where entries continue by the word their stage is described with.
 *
 * @param words from the file's word to a phase, or to {@code retired}, {@code stopped}, {@code withdrawn}
 * @param blank phase of entries that name no stage; null refuses them
 * @param reached how far an entry that is over had come: the last of these columns that is filled in tells its phase
 */
record StageRule(String column, Words words, @Nullable Phase blank, Map<String, Phase> reached) {

    private static final List<PilotStatus> OVER =
            List.of(PilotStatus.RETIRED, PilotStatus.STOPPED, PilotStatus.WITHDRAWN);

    static Optional<Phase> phase(String code) {
        return Phase.ofProcess(code);
    }

    /** The final status of a word such as {@code retired}. */
    static Optional<PilotStatus> over(String code) {
        return OVER.stream()
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }
}
