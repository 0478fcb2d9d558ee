package io.pilotage.production;

/** What production demands of one side of its surroundings. */
@FunctionalInterface
interface Demands {

    /** Adds a sentence for everything that is not as it must be; changes nothing. */
    void check(Settings settings, Reasons reasons);
}
