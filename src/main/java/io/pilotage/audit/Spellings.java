package io.pilotage.audit;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ways in which texts name a person: by id, by the name that others see, and by whatever else is known. */
final class Spellings {

    private static final String NO_WORD_BEFORE = "(?<![\\p{L}\\p{N}_-])";
    private static final String NO_WORD_BEHIND = "(?![\\p{L}\\p{N}_-])";

    /** A line break inside JSON; the letter behind the backslash is no part of the word that follows. */
    private static final Pattern ESCAPE = Pattern.compile("\\\\[bfnrt]");

    private final List<String> all;
    private final Pattern words;

    private Spellings(String person, List<String> names) {
        this.all = Stream.concat(Stream.of(person), names.stream()).distinct().toList();
        this.words = Pattern.compile(Stream.concat(
                        Stream.of(whole(person)), names.stream().map(name -> "(?iu:" + whole(name) + ")"))
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
        return words.matcher(text).find()
                || words.matcher(ESCAPE.matcher(text).replaceAll(" ")).find();
    }
}
