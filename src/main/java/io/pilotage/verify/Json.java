package io.pilotage.verify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON (RFC 8259), strictly: no key twice, nothing behind the end, at most {@value #DEEPEST} levels.
 *
 * <p>Objects become maps, arrays lists, numbers {@link BigDecimal}.
 */
final class Json {

    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d{1,4})?");

    private final String text;
    int at;

    Json(String text) {
        this.text = text;
    }

    /** @throws IllegalArgumentException when the text is no JSON, with the place */
    static @Nullable Object read(String text) {
        Json json = new Json(text);
        json.blanks();
        Object value = json.value(0);
        json.blanks();
        if (json.at != text.length()) {
            throw json.wrong("there is more behind the end");
        }
        return value;
    }

    /** @throws IllegalArgumentException when the text is no JSON object */
    static Map<String, @Nullable Object> object(String text) {
        return asObject(read(text));
    }

    /** @throws IllegalArgumentException when it is no object */
    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> asObject(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return (Map<String, @Nullable Object>) map;
        }
        throw new IllegalArgumentException("no JSON object");
    }

    /** @throws IllegalArgumentException when it is no array */
    static List<?> asList(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new IllegalArgumentException("no JSON array");
    }

    /** @throws IllegalArgumentException when the object has no such text */
    static String text(Map<String, @Nullable Object> object, String name) {
        if (object.get(name) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("no text '" + name + "'");
    }

    /** @throws IllegalArgumentException when the object has no such whole number */
    static long number(Map<String, @Nullable Object> object, String name) {
        if (object.get(name) instanceof BigDecimal value) {
            try {
                return value.longValueExact();
            } catch (ArithmeticException notWhole) {
                throw new IllegalArgumentException("'" + name + "' is no whole number", notWhole);
            }
        }
        throw new IllegalArgumentException("no number '" + name + "'");
    }

    @Nullable Object value(int depth) {
        if (depth > DEEPEST) {
            throw wrong("too deep");
        }
        char first = peek();
        return switch (first) {
            case '{' -> members(depth);
            case '[' -> elements(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> number();
        };
    }

    private Map<String, @Nullable Object> members(int depth) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        at++;
        blanks();
        if (peek() == '}') {
            at++;
            return members;
        }
        while (true) {
            String name = string();
            blanks();
            expect(':');
            blanks();
            if (members.containsKey(name)) {
                throw wrong("the key '" + name + "' is there twice");
            }
            members.put(name, value(depth + 1));
            blanks();
            if (peek() == '}') {
                at++;
                return members;
            }
            expect(',');
            blanks();
        }
    }

    private List<@Nullable Object> elements(int depth) {
        List<@Nullable Object> elements = new ArrayList<>();
        at++;
        blanks();
        if (peek() == ']') {
            at++;
            return elements;
        }
        while (true) {
            elements.add(value(depth + 1));
            blanks();
            if (peek() == ']') {
                at++;
                return elements;
            }
            expect(',');
            blanks();
        }
    }

    String string() {
        expect('"');
        int from = at;
        StringBuilder unescaped = null;
        while (true) {
            char next = peek();
            if (next == '"') {
                String rest = text.substring(from, at++);
                return unescaped == null ? rest : unescaped.append(rest).toString();
            }
            if (next < ' ') {
                throw wrong("a control character in a text");
            }
            if (next == '\\') {
                unescaped = (unescaped == null ? new StringBuilder() : unescaped).append(text, from, at++);
                unescaped.append(escape());
                from = at;
            } else {
                at++;
            }
        }
    }

    private char escape() {
        char escaped = peek();
        at++;
        return switch (escaped) {
            case '"', '\\', '/' -> escaped;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                    throw wrong("no character number");
                }
                at += 4;
                yield (char) Integer.parseInt(text, at - 4, at, 16);
            }
            default -> throw wrong("no such escape");
        };
    }

    private BigDecimal number() {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.length() > LONGEST_NUMBER || !NUMBER.matcher(digits).matches()) {
            at = from;
            throw wrong("no JSON value");
        }
        return new BigDecimal(digits);
    }

    private @Nullable Object word(String word, @Nullable Object value) {
        if (!text.startsWith(word, at)) {
            throw wrong("no JSON value");
        }
        at += word.length();
        return value;
    }

    void blanks() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    char peek() {
        if (at >= text.length()) {
            throw wrong("it ends too early");
        }
        return text.charAt(at);
    }

    void expect(char wanted) {
        if (peek() != wanted) {
            throw wrong("'" + wanted + "' is missing");
        }
        at++;
    }

    IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException("no JSON at character " + (at + 1) + ": " + what);
    }
}
