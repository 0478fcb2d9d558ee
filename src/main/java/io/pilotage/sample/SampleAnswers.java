package io.pilotage.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a made-up pilot's people answer: the usual answer of the task, unless the pilot has its own. A word in braces is
 * the pilot's own word for it; a text such as {@code +30d} is the day so many days later.
 */
final class SampleAnswers {

    private static final Pattern IN_DAYS = Pattern.compile("([+-]\\d+)d");
    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final String INTAKE = "submitIntake";
    private static final String WORDS = "words";

    private final Map<String, Map<String, Object>> usual;

    SampleAnswers(Map<String, Map<String, Object>> usual) {
        this.usual = usual;
    }

    /**
     * The answers by key of the form.
     *
     * @param time how often the task was done on this pilot, this time included
     */
    Map<String, Object> of(SamplePilot pilot, String task, int time, Instant now) {
        Map<String, Object> given = new HashMap<>(usual.getOrDefault(task, Map.of()));
        given.putAll(
                task.equals("submitIntake") ? pilot.intake() : pilot.answers().getOrDefault(task, Map.of()));
        for (int again = 2; again <= time; again++) {
            given.putAll(pilot.answers().getOrDefault(task + "." + again, Map.of()));
        }
        Map<String, Object> words = usually(INTAKE, pilot.intake());
        words.putAll(usually(WORDS, pilot.words()));
        Map<String, Object> answers = new HashMap<>();
        given.forEach((name, value) -> {
            if (isSaid(value, words)) {
                answers.put(task + "_" + name, plain(value, words, now));
            }
        });
        return answers;
    }

    private Map<String, Object> usually(String task, Map<String, Object> own) {
        Map<String, Object> all = new HashMap<>(usual.getOrDefault(task, Map.of()));
        all.putAll(own);
        return all;
    }

    /** An answer about something for which the pilot has no word is not given. */
    private static boolean isSaid(Object value, Map<String, Object> words) {
        return WORD.matcher(value.toString()).results().allMatch(word -> words.containsKey(word.group(1)));
    }

    private static Object plain(Object value, Map<String, Object> words, Instant now) {
        if (!(value instanceof String text)) {
            return value;
        }
        Matcher only = WORD.matcher(text);
        Object word = only.matches() ? words.get(only.group(1)) : null;
        if (word != null && !(word instanceof String)) {
            return word;
        }
        String said = WORD.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(String.valueOf(words.get(found.group(1)))));
        Matcher days = IN_DAYS.matcher(said);
        return days.matches()
                ? LocalDate.ofInstant(now, ZoneOffset.UTC)
                        .plusDays(Long.parseLong(days.group(1)))
                        .toString()
                : said;
    }
}
