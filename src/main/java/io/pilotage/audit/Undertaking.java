package io.pilotage.audit;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is done with the product and belongs to no case; each has chains of its own.
 *
 * <p>What many people do at the same time is spread over {@value #SPREAD} chains by its subject, so that they do not
 * wait for each other.
 */
public enum Undertaking {
    /** Models, tables and forms that were deployed. */
    DEPLOYMENT,
    /** People of privileged roles who signed in. */
    LOGIN,
    /** Files that were brought in. */
    IMPORT,
    /** Dossiers and lists that were handed out. */
    EXPORT,
    /** What administrators did, and tried to do, to the engine. */
    ADMINISTRATION,
    /** Persons who were erased. */
    ERASURE,
    /** Checks of the whole trail, and their results. */
    CHECK;

    private static final int SPREAD = 16;

    /** Begins the name of every such chain; no key of a case begins so. */
    static final String PREFIX = "system.";

    /** All chains that this one may have. */
    List<String> chains() {
        return Stream.concat(Stream.of(chain()), IntStream.range(0, SPREAD).mapToObj(part -> chain() + "." + part))
                .toList();
    }

    /** Whether a chain belongs to no case. */
    public static boolean isOne(String chain) {
        return chain.startsWith(PREFIX);
    }

    /** The chain for what is about this subject, such as {@code system.login.7}. */
    public String chain(String subject) {
        return chain() + "." + Math.floorMod(subject.hashCode(), SPREAD);
    }

    /** The one chain for what is done rarely, such as {@code system.check}. */
    public String chain() {
        return PREFIX + name().toLowerCase(java.util.Locale.ROOT);
    }
}
