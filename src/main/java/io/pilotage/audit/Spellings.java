package io.pilotage.audit;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which texts name a person: by id, by the name that others see, and by whatever else is known. */
final class Spellings {

    /** What stands in a text in place of a name. */
    static final String LEFT_OUT = "[\u2026]";

    /** The letter of a line break inside JSON is no part of the word that follows. */
    private static final String NO_WORD_BEFORE = "(?:(?<![\\p{L}\\p{N}_-])|(?<=\\\\[bfnrt]))";

    private static final String NO_WORD_BEHIND = "(?![\\p{L}\\p{N}_-])";

    private final List<String> all;
    private final Pattern words;

    private Spellings(String person, List<String> names) {
        this.all = Stream.concat(Stream.of(person), names.stream()).distinct().toList();
        // The longest first, so that of a full name nothing is left.
        this.words = Pattern.compile(Stream.concat(
                        names.stream()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .map(name -> "(?iu:" + whole(name) + ")"),
                        Stream.of(whole(person)))
                .collect(Collectors.joining("|")));
    }

    /** @param names blank ones are left out */
    static Spellings of(String person, Collection<String> names) {
        return new Spellings(
                person,
                names.stream()
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList());
    }

    private static String whole(String spelling) {
        return NO_WORD_BEFORE + "(?:" + Pattern.quote(spelling) + "|" + Pattern.quote(EntryContent.quoted(spelling))
                + ")" + NO_WORD_BEHIND;
    }

    /** Every one of them. */
    List<String> all() {
        return all;
    }

    /** Whether one of them stands in the text as whole words; only an id must be written exactly so. */
    boolean standIn(String text) {
        return words.matcher(text).find();
    }

    /** The text without them. */
    String leftOutOf(String text) {
        return words.matcher(text).replaceAll(Matcher.quoteReplacement(LEFT_OUT));
    }
}
