package io.pilotage.businesscase.web;

import io.pilotage.businesscase.BusinessCase;
import io.pilotage.businesscase.BusinessCases;
import io.pilotage.businesscase.LedgerExport;
import io.pilotage.identity.ActingRole;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.defence.WatchedLimit;
import io.pilotage.roi.CostKind;
import io.pilotage.roi.MoneyCase;
import io.pilotage.roi.valuation.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The money case of a pilot on one page, ready to be printed. */
@Controller
class BusinessCasePage {

    private final Readers readers;
    private final BusinessCases cases;
    private final LedgerExport export;
    private final CaseWords words;

    BusinessCasePage(Readers readers, BusinessCases cases, LedgerExport export, CaseWords words) {
        this.readers = readers;
        this.cases = cases;
        this.export = export;
        this.words = words;
    }

    /** Cost of one line at each number of cases that somebody stated. */
    record CostRow(CostKind kind, List<BigDecimal> amounts) {}

    /** A limit with how near it is. @param distance percent between reading and limit; null where nothing was read */
    record LimitRow(WatchedLimit limit, @Nullable BigDecimal distance) {}

    @GetMapping("/pilots/{key}/business-case")
    String show(@PathVariable String key, Authentication reader, Model view) {
        Pilot pilot = readers.admit(reader, key);
        BusinessCase found = cases.of(pilot);
        view.addAttribute("key", key);
        view.addAttribute("title", pilot.proposal().title());
        view.addAttribute("phase", words.phase(pilot.phase()));
        view.addAttribute("status", words.status(pilot.status()));
        view.addAttribute("words", words);
        view.addAttribute("found", found);
        view.addAttribute("digits", Money.digits(found.currency()));
        view.addAttribute(
                "limits", found.limits().stream().map(BusinessCasePage::row).toList());
        if (found.money() != null) {
            view.addAttribute("volumes", volumes(found.money()));
            view.addAttribute("costs", costs(found.money()));
            view.addAttribute("subsidies", found.money().cost().subsidies(CostKind.EVERYTHING));
            view.addAttribute("drivers", found.money().cost().drivers());
        }
        view.addAttribute("curve", found.curve() == null ? null : CurveDrawing.of(found.curve()));
        view.addAttribute("tornado", found.valuation() == null ? null : TornadoDrawing.of(found.valuation()));
        return "businesscase/business-case";
    }

    /** The source rows of the ledger, for whoever wants to work out the sums. */
    @GetMapping("/pilots/{key}/ledger.csv")
    void ledger(@PathVariable String key, Authentication reader, HttpServletResponse response) throws IOException {
        BusinessCase found = cases.of(readers.admit(reader, key));
        export.note(key, found.ledger(), reader.getName(), ActingRole.of(reader));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("ledger-" + key + ".csv")
                        .build()
                        .toString());
        export.write(found, response.getOutputStream());
    }

    private static List<BigDecimal> volumes(MoneyCase money) {
        return Stream.of(
                        money.cost().pilotVolume(),
                        money.cost().lowVolume(),
                        money.hypothesis().plannedVolume(),
                        money.cost().highVolume())
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
    }

    private static List<CostRow> costs(MoneyCase money) {
        List<Map<CostKind, BigDecimal>> byVolume =
                volumes(money).stream().map(money.cost()::byLine).toList();
        return Arrays.stream(CostKind.values())
                .filter(kind -> byVolume.stream().anyMatch(lines -> lines.containsKey(kind)))
                .map(kind -> new CostRow(
                        kind,
                        byVolume.stream()
                                .map(lines -> lines.getOrDefault(kind, BigDecimal.ZERO))
                                .toList()))
                .toList();
    }

    static LimitRow row(WatchedLimit limit) {
        BigDecimal measured = limit.measured();
        return new LimitRow(
                limit,
                measured == null || limit.threshold().signum() == 0
                        ? null
                        : measured.subtract(limit.threshold())
                                .multiply(BigDecimal.valueOf(limit.comparator().equals("atLeast") ? 100 : -100))
                                .divide(limit.threshold().abs(), 0, RoundingMode.HALF_EVEN));
    }
}
