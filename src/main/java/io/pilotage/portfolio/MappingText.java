package io.pilotage.portfolio;

import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/** Reads a mapping from its text (YAML, plain values only) and says where it is wrong. */
final class MappingText {

    static final int LONGEST = 60_000;

    private static final Set<String> KEYS =
            Set.of("source", "identity", "blank", "dates", "earliest", "stage", "fields", "accountable");

    private MappingText() {}

    /** @throws Refused when the text is no mapping, naming the line or the entry */
    static Mapping read(String text) {
        Map<String, Object> root = map("mapping", parse(text));
        only("mapping", root, KEYS);
        List<DateTimeFormatter> dates = root.containsKey("dates")
                ? list("dates", root.get("dates")).stream()
                        .map(MappingText::pattern)
                        .toList()
                : List.of(pattern("yyyy-MM-dd"));
        Map<String, String> blank = new LinkedHashMap<>();
        list("blank", root.get("blank")).forEach(word -> blank.put(word, ""));
        Map<Field, FieldRule> fields = fields(root.get("fields"));
        if (!fields.containsKey(Field.TITLE)) {
            throw wrong("fields.title", "?");
        }
        return new Mapping(
                source(root.get("source")),
                list("identity", root.get("identity")),
                new Words(blank),
                dates,
                date(root.getOrDefault("earliest", "1950-01-01")),
                stage(map("stage", root.get("stage"))),
                fields,
                accountable(root.get("accountable")));
    }

    private static @Nullable Object parse(String text) {
        if (text.length() > LONGEST) {
            throw FieldsRefused.of("text", "portfolio.mapping.tooLong", LONGEST);
        }
        try {
            return PlainYaml.create().load(text);
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw FieldsRefused.of("text", "portfolio.mapping.broken", line, Objects.toString(broken.getProblem(), ""));
        } catch (YAMLException | IllegalArgumentException broken) {
            throw FieldsRefused.of("text", "portfolio.mapping.broken", 1, Objects.toString(broken.getMessage(), ""));
        }
    }

    private static String source(@Nullable Object value) {
        String source = Objects.toString(value, "").strip();
        if (source.isEmpty() || source.length() > 100) {
            throw wrong("source", source);
        }
        return source;
    }

    private static StageRule stage(Map<String, Object> stage) {
        only("stage", stage, Set.of("column", "words", "blank", "reached"));
        Map<String, String> words = texts("stage.words", stage.get("words"));
        words.forEach((word, meaning) -> {
            if (StageRule.phase(meaning).isEmpty() && StageRule.over(meaning).isEmpty()) {
                throw wrong("stage.words." + word, meaning);
            }
        });
        Object blank = stage.get("blank");
        Map<String, Phase> reached = new LinkedHashMap<>();
        texts("stage.reached", stage.get("reached"))
                .forEach((column, code) -> reached.put(column, phase("stage.reached." + column, code)));
        return new StageRule(
                required("stage.column", stage.get("column")),
                new Words(words),
                blank == null ? null : phase("stage.blank", blank.toString()),
                reached);
    }

    private static Map<Field, FieldRule> fields(@Nullable Object value) {
        Map<Field, FieldRule> fields = new EnumMap<>(Field.class);
        map("fields", value).forEach((code, rule) -> {
            Field field = Field.ofCode(code).orElseThrow(() -> wrong("fields", code));
            fields.put(field, rule("fields." + code, field, rule));
        });
        return fields;
    }

    private static FieldRule rule(String where, Field field, @Nullable Object value) {
        if (!(value instanceof Map<?, ?>)) {
            List<String> columns = list(where, value);
            if (columns.isEmpty()) {
                throw wrong(where, "");
            }
            return new FieldRule(columns, new Words(Map.of()), null);
        }
        Map<String, Object> rule = map(where, value);
        only(where, rule, Set.of("column", "words", "always"));
        Map<String, String> words = texts(where + ".words", rule.get("words"));
        words.values().forEach(meaning -> oneOf(where + ".words", field, meaning));
        Object always = rule.get("always");
        if (always != null) {
            oneOf(where + ".always", field, always.toString());
            return new FieldRule(List.of(), new Words(words), always.toString());
        }
        return new FieldRule(List.of(required(where + ".column", rule.get("column"))), new Words(words), null);
    }

    private static void oneOf(String where, Field field, String meaning) {
        if (field.kind() == Field.Kind.CODE
                && !meaning.isEmpty()
                && !field.options().contains(meaning)) {
            throw wrong(where, meaning);
        }
    }

    private static Map<String, String> accountable(@Nullable Object value) {
        Map<String, String> accountable = texts("accountable", value);
        accountable.keySet().stream()
                .filter(group -> Role.ofGroup(group).isEmpty())
                .findFirst()
                .ifPresent(group -> {
                    throw wrong("accountable", group);
                });
        return accountable;
    }

    private static Phase phase(String where, String code) {
        return StageRule.phase(code).orElseThrow(() -> wrong(where, code));
    }

    private static DateTimeFormatter pattern(String pattern) {
        try {
            return DateTimeFormatter.ofPattern(pattern.replace('y', 'u'), Locale.ENGLISH)
                    .withResolverStyle(ResolverStyle.STRICT);
        } catch (IllegalArgumentException broken) {
            throw wrong("dates", pattern);
        }
    }

    private static LocalDate date(Object value) {
        try {
            return LocalDate.parse(value.toString());
        } catch (DateTimeParseException broken) {
            throw wrong("earliest", value.toString());
        }
    }

    private static Map<String, Object> map(String where, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw wrong(where, Objects.toString(value, ""));
        }
        Map<String, Object> named = new LinkedHashMap<>();
        map.forEach((key, entry) -> named.put(Objects.toString(key, ""), entry));
        return named;
    }

    private static Map<String, String> texts(String where, @Nullable Object value) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (value != null) {
            map(where, value).forEach((key, entry) -> texts.put(key, Objects.toString(entry, "")));
        }
        return texts;
    }

    private static List<String> list(String where, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (value instanceof Map<?, ?>) {
            throw wrong(where, "");
        }
        return value instanceof List<?> list
                ? list.stream().map(entry -> Objects.toString(entry, "")).toList()
                : List.of(value.toString());
    }

    private static String required(String where, @Nullable Object value) {
        if (value == null || value.toString().isBlank()) {
            throw wrong(where, "");
        }
        return value.toString();
    }

    private static void only(String where, Map<String, Object> map, Set<String> keys) {
        map.keySet().stream().filter(key -> !keys.contains(key)).findFirst().ifPresent(key -> {
            throw wrong(where, key);
        });
    }

    private static Refused wrong(String where, String value) {
        return FieldsRefused.of("text", "portfolio.mapping.wrong", where, value);
    }
}
