package io.pilotage.roi;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.CaseInsights;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.HumanTask;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.HtmlUtils;

/** What was agreed with the money case is there for everybody who reads the case later. */
@PilotageTest
class MoneyCaseInsightTests {

    @Autowired
    Cases cases;

    @Autowired
    CaseInsights insights;

    @Autowired
    ApplicationContext beans;

    @LocalServerPort
    int port;

    @Test
    void moneyLimitsContractAndOpenPointsAreShown() {
        String pilot = signed();
        Map<String, Object> known = insights.of(pilot, "moneyCase", "killCriteria", "contract", "findings");
        assertThat(known).containsOnlyKeys("moneyCase", "killCriteria", "contract", "findings");
        assertThat((List<?>) known.get("killCriteria")).hasSizeGreaterThanOrEqualTo(3);
        assertThat((List<?>) known.get("findings")).hasSize(1);
        assertThat((List<?>) known.get("contract")).isNotEmpty();
    }

    @Test
    void thePageOfTheCaseNamesEveryPointThatWasAgreed() {
        String pilot = signed();
        String page = Caller.session(port, "audit-read").get("/pilots/" + pilot).body();
        assertThat(page).containsPattern("(?s)Counts for who signs</dt>\\s*<dd[^>]*>\\s*(<[^>]*>)*20,000 EUR");
        insights.of(pilot, "moneyCase", "killCriteria", "contract").values().stream()
                .flatMap(rows -> ((List<?>) rows).stream())
                .flatMap(row -> ((Map<?, ?>) row).values().stream())
                .forEach(text -> assertThat(page).contains(">" + HtmlUtils.htmlEscape(String.valueOf(text)) + "</td>"));
    }

    @Test
    void nothingIsShownBeforeAnythingIsAgreed() {
        String pilot = cases.propose(Cases.MEDIUM, Map.of());
        assertThat(insights.of(pilot, "moneyCase", "killCriteria", "contract", "findings", "components", "value")
                        .values())
                .allMatch(rows -> rows instanceof List<?> list && list.isEmpty());
    }

    @Test
    void thePlanOfRingsKnowsTheSignedCostOfOneCase() {
        HumanTask<?> planRings = beans.getBean("planRings", HumanTask.class);
        assertThat(planRings.context(MoneyCaseDrive.toSignatures(cases))).doesNotContainKey("unitCost");
        assertThat(planRings.context(signed())).containsKey("unitCost");
    }

    private String signed() {
        String pilot = MoneyCaseDrive.toSignatures(cases);
        cases.complete(
                pilot,
                "signRoi",
                "finance-partner-2",
                MoneyAnswers.condition(LocalDate.now().plusDays(30)));
        cases.complete(pilot, "signRoi", "bu-sponsor", Map.of("decision", "go"));
        return pilot;
    }
}
