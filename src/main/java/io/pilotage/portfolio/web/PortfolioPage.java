package io.pilotage.portfolio.web;

import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.portfolio.LoopFigures;
import io.pilotage.portfolio.Portfolio;
import io.pilotage.portfolio.PortfolioFigures;
import io.pilotage.portfolio.PortfolioFilter;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Shows where all pilots stand, what is stuck and on whom. */
@Controller
class PortfolioPage {

    private static final int PAGE_SIZE = 25;
    private static final int STUCK = 8;

    private final Portfolio portfolio;
    private final PortfolioFigures figures;
    private final LoopFigures loops;
    private final Clock clock;

    PortfolioPage(Portfolio portfolio, PortfolioFigures figures, LoopFigures loops, Clock clock) {
        this.portfolio = portfolio;
        this.figures = figures;
        this.loops = loops;
        this.clock = clock;
    }

    @GetMapping("/portfolio")
    String show(
            @ModelAttribute("ask") PortfolioAsk ask,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Model model) {
        PortfolioFilter filter = ask.filter();
        long count = portfolio.count(filter);
        int page = (int) Math.min(ask.pageOrFirst(), Math.max(0, (count - 1) / PAGE_SIZE));
        model.addAttribute("filter", filter);
        model.addAttribute("count", count);
        model.addAttribute("page", page);
        model.addAttribute("pages", (count + PAGE_SIZE - 1) / PAGE_SIZE);
        model.addAttribute("now", clock.instant());
        model.addAttribute("phases", Phase.values());
        model.addAttribute("statuses", PilotStatus.values());
        model.addAttribute("tiers", PortfolioFilter.TIERS);
        model.addAttribute("orders", Portfolio.Order.values());
        model.addAttribute("order", ask.orderOrDefault());
        model.addAttribute("rows", portfolio.page(filter, ask.orderOrDefault(), page * PAGE_SIZE, PAGE_SIZE));
        if (part != null) {
            return "portfolio/portfolio :: list";
        }
        model.addAttribute("funnel", figures.funnel(filter));
        List<PortfolioFigures.LateShare> lateByRole = figures.lateByRole();
        model.addAttribute("lateByRole", lateByRole);
        model.addAttribute(
                "lateTasks",
                lateByRole.stream().mapToLong(PortfolioFigures.LateShare::tasks).sum());
        model.addAttribute("late", portfolio.late(STUCK));
        model.addAttribute("stallReasons", figures.stallReasons());
        model.addAttribute("waitingReasons", figures.waitingReasons());
        model.addAttribute("answers", figures.answers());
        model.addAttribute("cohorts", figures.cohorts());
        model.addAttribute("waits", figures.waits());
        model.addAttribute("reworked", figures.reworked());
        model.addAttribute("lateQuestions", loops.lateQuestions());
        model.addAttribute("delays", loops.delays());
        model.addAttribute("beyondTimeBox", portfolio.count(beyondTimeBox()));
        return "portfolio/portfolio";
    }

    /** Suggestions for the field "business unit". */
    @GetMapping("/portfolio/units")
    @ResponseBody
    List<String> units(@RequestParam(defaultValue = "") String begins) {
        return begins.length() > 200 ? List.of() : portfolio.units(begins, 20);
    }

    private static PortfolioFilter beyondTimeBox() {
        return new PortfolioFilter(
                null, null, null, false, null, null, false, null, null, null, null, null, false, false, true, null,
                null, null);
    }
}
