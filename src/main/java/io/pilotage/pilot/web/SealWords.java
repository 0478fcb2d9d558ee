package io.pilotage.pilot.web;

import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseWords;
import io.pilotage.seal.SealedLine;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the fields of a sealed text in the reader's language. */
@Component
class SealWords {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z_]{2,30}");
    private static final int MOST_DECIMALS = 6;

    private final MessageSource messages;
    private final CaseWords words;
    private final Times times;

    SealWords(MessageSource messages, CaseWords words, Times times) {
        this.messages = messages;
        this.words = words;
        this.times = times;
    }

    /** The name of a field, such as <em>Limit 2 · Threshold</em>. */
    String field(List<String> way) {
        StringBuilder name = new StringBuilder();
        for (String part : way) {
            if (Character.isDigit(part.charAt(0))) {
                name.append(' ').append(Integer.parseInt(part) + 1);
            } else {
                name.append(name.isEmpty() ? "" : " · ").append(orCode("seal.field." + part, part));
            }
        }
        return name.toString();
    }

    /** A field of an object that was approved, such as <em>Data contract · Coverage</em>. */
    String objectField(String path) {
        String[] parts = path.split("\\.", 2);
        return orCode("seal.object." + parts[0], parts[0]) + " · " + orCode("seal.field." + parts[1], parts[1]);
    }

    String value(@Nullable SealedLine line) {
        if (line == null) {
            return "";
        }
        String value = line.value();
        if (value == null) {
            return words.person(TrailEntry.ERASED);
        }
        if (line.personal()) {
            return words.person(value);
        }
        if (DAY.matcher(value).matches()) {
            return times.day(LocalDate.parse(value));
        }
        if (NUMBER.matcher(value).matches()) {
            return number(new BigDecimal(value));
        }
        return CODE.matcher(value).matches() ? code(value) : value;
    }

    /** Measures and lines of cost have their names from the module that agrees on them. */
    private String code(String value) {
        String metric = orCode("roi.metric." + value, orCode("roi.cost." + value.toUpperCase(Locale.ROOT), value));
        return orCode("seal.value." + value.toLowerCase(Locale.ROOT), metric);
    }

    private static String number(BigDecimal value) {
        NumberFormat format = NumberFormat.getNumberInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(value);
    }

    private String orCode(String key, String code) {
        String said = messages.getMessage(key, null, code, LocaleContextHolder.getLocale());
        return said == null ? code : said;
    }
}
