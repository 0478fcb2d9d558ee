package io.pilotage.identity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a person's name where words for people carry the subject that Keycloak gave the person. */
@Component
public class NamesInWords {

    private static final Pattern SUBJECT = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final People people;

    NamesInWords(People people) {
        this.people = people;
    }

    /** The text with names; what names nobody stays as it is. */
    public String in(String text) {
        Matcher subjects = SUBJECT.matcher(text);
        return subjects.replaceAll(subject -> Matcher.quoteReplacement(people.nameOf(subject.group())));
    }

    /** The same for all texts inside lists and maps; anything else is handed back. */
    public @Nullable Object inAll(@Nullable Object value) {
        if (value instanceof String text) {
            return in(text);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(this::inAll).toList();
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, @Nullable Object> named = new LinkedHashMap<>();
            map.forEach((key, one) -> named.put(key, inAll(one)));
            return named;
        }
        return value;
    }
}
