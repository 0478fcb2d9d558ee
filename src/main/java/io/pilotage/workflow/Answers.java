package io.pilotage.workflow;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns checked answers into the typed record of a task: prefix off, numbered repeats gathered into lists. */
final class Answers {

    private static final Pattern REPEAT = Pattern.compile("([a-zA-Z]+)(\\d+)_(\\w+)");

    private static final ObjectMapper TYPED = JsonText.MAPPER
            .copy()
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static {
        TYPED.configOverride(List.class).setSetterInfo(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY));
    }

    private Answers() {}

    /** @throws IllegalArgumentException when record and form do not fit together; a test holds them together */
    static <A> A bind(String formId, Map<String, Object> answers, Class<A> type) {
        return TYPED.convertValue(gathered(formId, answers), type);
    }

    /** The answers by full key again, as the form has them; the other way round from {@link #gathered}. */
    static Map<String, Object> spread(String formId, Map<String, Object> answers) {
        Map<String, Object> spread = new LinkedHashMap<>();
        answers.forEach((name, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map) {
                for (int i = 0; i < rows.size(); i++) {
                    String prefix = formId + "_" + name + (i + 1) + "_";
                    spread.put(prefix + "present", true);
                    ((Map<?, ?>) rows.get(i)).forEach((key, cell) -> spread.put(prefix + key, cell));
                }
            } else if (value != null) {
                spread.put(formId + "_" + name, value);
            }
        });
        return spread;
    }

    /** The answers by name, repeats as lists of maps; repeats left empty are dropped. */
    static Map<String, Object> gathered(String formId, Map<String, Object> answers) {
        Map<String, Object> plain = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, Map<String, Object>>> repeats = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            String name = key.startsWith(formId + "_") ? key.substring(formId.length() + 1) : key;
            Matcher repeat = REPEAT.matcher(name);
            if (repeat.matches()) {
                repeats.computeIfAbsent(repeat.group(1), k -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(repeat.group(2)), k -> new LinkedHashMap<>())
                        .put(repeat.group(3), value);
            } else {
                plain.put(name, value);
            }
        });
        repeats.forEach((name, rows) -> {
            List<Map<String, Object>> filled = new ArrayList<>();
            for (Map<String, Object> row : rows.values()) {
                row.remove("present");
                if (row.values().stream().anyMatch(value -> !Boolean.FALSE.equals(value))) {
                    filled.add(row);
                }
            }
            plain.put(name, filled);
        });
        return plain;
    }
}
