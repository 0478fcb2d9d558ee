package io.pilotage.verify;

/**
 * Something that is not as it was written.
 *
 * @param where chain and entry, checkpoint or file
 * @param what what is wrong there, in one sentence
 */
public record Finding(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}
