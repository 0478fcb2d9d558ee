package io.pilotage.pilot;

/** The use of a pilot by its people, ring by ring: answered by the module that opens and closes rings. */
public interface RunningUse {

    /** Whether a ring of the case is open to its users. */
    boolean isOpen(String pilotKey);

    /**
     * A limit is broken, or somebody is harmed: whoever runs the pilot is asked at once to take the ring back.
     *
     * @param what in a sentence
     * @param by login name of whoever reports it
     */
    void report(String pilotKey, String what, String by);
}
