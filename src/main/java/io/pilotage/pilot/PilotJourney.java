package io.pilotage.pilot;

/** The journey of a case, in business words. */
public interface PilotJourney {

    /** Starts the journey of a registered case that was under way elsewhere, at the phase where it stands. */
    void continueAt(String pilotKey, Phase phase);
}
