package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.Line;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** Writes many cases as one document for a board: figures first, then a page for each. */
@Component
class BoardPack {

    private final ITemplateEngine templates;
    private final Press press;
    private final Dates dates;

    BoardPack(ITemplateEngine templates, Press press, Dates dates) {
        this.templates = templates;
        this.press = press;
        this.dates = dates;
    }

    /** A PDF as {@link Press} prints it. */
    byte[] pdf(List<CaseSummary> cases, Export export) {
        Locale language = export.language();
        return Language.speak(language, () -> {
            Map<String, Object> told = Map.of(
                    "page", new OnePage(),
                    "cases", cases,
                    "phases", counted(cases, CaseSummary::phase),
                    "statuses", counted(cases, CaseSummary::status),
                    "tiers", counted(cases, CaseSummary::tier),
                    "budgets", budgets(cases, language),
                    "absent",
                            cases.stream().mapToLong(one -> one.absent().size()).sum(),
                    "asOf", dates.day(export.askedAt().atZone(ZoneOffset.UTC).toLocalDate()));
            return press.print(
                    templates.process("dossier/board", new Context(language, told)), export.askedAt(), Map.of());
        });
    }

    private static List<Line> counted(List<CaseSummary> cases, Function<CaseSummary, String> by) {
        Map<String, Long> counts =
                cases.stream().collect(Collectors.groupingBy(by, TreeMap::new, Collectors.counting()));
        List<Line> lines = new ArrayList<>();
        counts.forEach((name, count) -> lines.add(new Line(name, String.valueOf(count))));
        return lines;
    }

    /** One sum for each currency, and one under an empty label for those without: different ones are never added up. */
    private static List<Line> budgets(List<CaseSummary> cases, Locale language) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        cases.stream()
                .filter(one -> one.amount() != null)
                .forEach(one -> sums.merge(
                        Objects.requireNonNullElse(one.currency(), ""),
                        Objects.requireNonNull(one.amount()),
                        BigDecimal::add));
        List<Line> lines = new ArrayList<>();
        sums.forEach((currency, sum) -> lines.add(
                new Line(currency, NumberFormat.getNumberInstance(language).format(sum))));
        return lines;
    }
}
