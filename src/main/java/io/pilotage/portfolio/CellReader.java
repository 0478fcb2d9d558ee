package io.pilotage.portfolio;

import io.pilotage.portfolio.RowProblem.Severity;
import io.pilotage.table.TableFiles;
import io.pilotage.table.TableRow;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the cells of one row by the mapping's rules; what cannot be read stays blank and becomes a problem. */
final class CellReader {

    private static final Pattern NUMBER =
            Pattern.compile("\\d{1,15}(\\.\\d{1,2})?|\\d{1,3}(,\\d{3}){1,4}(\\.\\d{1,2})?");
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private final Mapping mapping;
    private final Map<String, Integer> columns;
    private final TableRow row;
    private final List<RowProblem> problems = new ArrayList<>();

    CellReader(Mapping mapping, Map<String, Integer> columns, TableRow row) {
        this.mapping = mapping;
        this.columns = columns;
        this.row = row;
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** The cell's text, or null when it is blank or a word for "nothing". */
    @Nullable String cell(String column) {
        Integer index = columns.get(TableFiles.even(column));
        String text = index == null
                ? ""
                : CONTROL.matcher(row.cell(index)).replaceAll("").strip();
        return text.isEmpty() || mapping.blank().contains(text) ? null : text;
    }

    /** The field's text or code, or null when the inventory does not say. */
    @Nullable String text(Field field) {
        FieldRule rule = mapping.fields().get(field);
        if (rule == null) {
            return null;
        }
        if (rule.always() != null) {
            return rule.always();
        }
        List<String> parts = new ArrayList<>();
        for (String column : rule.columns()) {
            String part = cell(column);
            if (part != null) {
                String meaning = meaning(field, rule, column, part);
                if (meaning != null) {
                    parts.add(meaning);
                }
            } else if (field.isGapWhenBlank() && field != Field.TITLE) {
                problem(Severity.GAP, column, "blank");
            }
        }
        return parts.isEmpty() ? null : shortened(field, rule.columns().get(0), String.join(" / ", parts));
    }

    @Nullable Boolean truth(Field field) {
        String text = text(field);
        return text == null ? null : Boolean.valueOf(text);
    }

    @Nullable BigDecimal number(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        if (NUMBER.matcher(text).matches()) {
            return new BigDecimal(text.replace(",", ""));
        }
        problem(Severity.WARNING, column(field), "noNumber", text);
        return null;
    }

    /** The three letters of a currency that there is, or null. */
    @Nullable String currency(Field field) {
        String text = text(field);
        if (text == null || CURRENCIES.contains(text)) {
            return text;
        }
        problem(Severity.WARNING, column(field), "unknownCurrency", text);
        return null;
    }

    @Nullable LocalDate date(Field field) {
        String text = text(field);
        if (text == null) {
            return null;
        }
        for (DateTimeFormatter format : mapping.dates()) {
            LocalDate date = parsed(text, format);
            if (date != null) {
                return plausible(field, date, text);
            }
        }
        LocalDate date = parsed(text, DateTimeFormatter.ISO_LOCAL_DATE);
        if (date == null) {
            problem(Severity.WARNING, column(field), "noDate", text);
            return null;
        }
        return plausible(field, date, text);
    }

    void problem(Severity severity, String column, String kind, String... arguments) {
        List<String> shown = new ArrayList<>();
        for (String argument : arguments) {
            shown.add(argument.length() > 200 ? argument.substring(0, 200) + "…" : argument);
        }
        problems.add(new RowProblem(row.number(), severity, column, kind, shown));
    }

    private @Nullable LocalDate plausible(Field field, LocalDate date, String text) {
        if (date.isBefore(mapping.earliest()) || date.getYear() > 2200) {
            problem(Severity.WARNING, column(field), "oddDate", text);
            return null;
        }
        return date;
    }

    private @Nullable String meaning(Field field, FieldRule rule, String column, String cell) {
        if (!rule.words().isEmpty()) {
            String meaning = rule.words().meaning(cell).orElse(null);
            if (meaning == null) {
                problem(Severity.WARNING, column, "unknownWord", cell);
            } else if (meaning.isEmpty()) {
                problem(Severity.GAP, column, "saysNothing", cell);
            }
            return meaning == null || meaning.isEmpty() ? null : meaning;
        }
        if (field.kind() == Field.Kind.CODE && !field.options().contains(cell)) {
            problem(Severity.WARNING, column, "unknownWord", cell);
            return null;
        }
        return cell;
    }

    private String shortened(Field field, String column, String text) {
        if (field.kind() != Field.Kind.TEXT || text.length() <= field.longest()) {
            return text;
        }
        problem(Severity.WARNING, column, "shortened", String.valueOf(field.longest()), String.valueOf(text.length()));
        int end = field.longest() - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The column that a problem with the field names. */
    String column(Field field) {
        List<String> names = Objects.requireNonNull(mapping.fields().get(field)).columns();
        return names.isEmpty() ? field.code() : names.get(0);
    }

    private static @Nullable LocalDate parsed(String text, DateTimeFormatter format) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException doesNotFit) {
            return null;
        }
    }
}
