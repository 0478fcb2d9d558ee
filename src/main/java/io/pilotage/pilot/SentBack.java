package io.pilotage.pilot;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings who sends a gate back again: a further test or review rests on something new (R112).
 *
 * @param evidence what is known now and was not known when the gate was decided last; null when nothing was said
 * @param evidenceOn the day since when it is known
 * @param riskOwned whether the signer owns the risk of asking again
 */
public record SentBack(@Nullable String evidence, @Nullable LocalDate evidenceOn, boolean riskOwned) {

    /** Nothing new, as for every other vote. */
    public static final SentBack NOTHING_NEW = new SentBack(null, null, false);
}
