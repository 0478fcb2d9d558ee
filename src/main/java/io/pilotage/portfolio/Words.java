package io.pilotage.portfolio;

import io.pilotage.table.TableFiles;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A mapping's dictionary from the file's words to ours. Upper case and white space do not matter; a word that ends in
 * {@code *} stands for everything that begins so; an empty translation means "says nothing".
 */
final class Words {

    private final Map<String, String> exact = new LinkedHashMap<>();
    private final Map<String, String> beginnings = new LinkedHashMap<>();

    Words(Map<String, String> words) {
        words.forEach((word, meaning) -> {
            if (word.endsWith("*")) {
                beginnings.put(even(word.substring(0, word.length() - 1)), meaning);
            } else {
                exact.put(even(word), meaning);
            }
        });
    }

    /** What the cell means, or empty when the dictionary does not know it. */
    Optional<String> meaning(String cell) {
        String even = even(cell);
        String known = exact.get(even);
        return known != null
                ? Optional.of(known)
                : beginnings.entrySet().stream()
                        .filter(beginning -> even.startsWith(beginning.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    boolean contains(String cell) {
        return meaning(cell).isPresent();
    }

    boolean isEmpty() {
        return exact.isEmpty() && beginnings.isEmpty();
    }

    private static String even(String word) {
        return TableFiles.even(word).toLowerCase(Locale.ROOT);
    }
}
