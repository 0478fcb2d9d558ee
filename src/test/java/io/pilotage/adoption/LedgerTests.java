package io.pilotage.adoption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is measured is written once, countersigned by somebody else, and corrected by another entry. */
@PilotageTest
class LedgerTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    Agreements agreements;

    @Autowired
    Ledger ledger;

    @Autowired
    AdoptionManagement adoption;

    @Autowired
    ProcessEngine engine;

    @Autowired
    EvidenceManagement evidence;

    @Autowired
    JdbcClient jdbc;

    String pilot;

    @BeforeEach
    void measureTheFirstPeriod() {
        pilot = new AdoptionCases(cases, time, agreements).inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD);
    }

    @Test
    void figuresCountWhenSomebodyElseHasCountersigned() {
        measure(Map.of());
        assertThat(cases.open(pilot)).contains("countersignValue").doesNotContain("measureValue");
        assertThat(posting().isCountersigned()).isFalse();
        countersign("finance-partner-2", "counts");
        assertThat(posting().isCountersigned()).isTrue();
        assertThat(posting().countersignature().signer()).isEqualTo("finance-partner-2");
    }

    @Test
    void valueWithoutACurrencyIsRefusedAndNoneIsMadeUp() {
        jdbc.sql("update pilot set currency = null where pilot_key = ?")
                .param(pilot)
                .update();
        Map<String, Object> unstated = new HashMap<>();
        unstated.put("currency", null);
        assertThatThrownBy(() -> measure(unstated)).hasMessageContaining("Currency of the pilot");
        assertThat(ledger.of(pilot)).isEmpty();
        measure(Map.of("currency", "CHF"));
        assertThat(posting().entry().currency()).isEqualTo("CHF");
    }

    @Test
    void whoeverMeasuredDoesNotCountersign() {
        measure(Map.of());
        assertThatThrownBy(() -> countersign("finance-partner", "counts")).hasMessageContaining("Measure value");
        assertThatThrownBy(
                        () -> ledger.countersign(posting().entry().period(), true, null, "finance-partner", time.now()))
                .hasMessageContaining("adoption.ledger.ownEntry");
        assertThat(posting().countersignature()).isNull();
    }

    @Test
    void twoPartnersTakeTurnsInMeasuringAndCountersigning() {
        measure(Map.of());
        cases.complete(
                pilot,
                "countersignValue",
                "finance-partner-2",
                Map.of("decision", "back", "remark", "The season is in it"));
        String again = cases.anyTask(pilot, "measureValue").getId();
        cases.as("finance-partner", () -> {
            engine.getTaskService().setAssignee(again, null);
            return again;
        });
        cases.complete(pilot, "measureValue", "finance-partner-2", AdoptionCases.value(7000));
        assertThatThrownBy(() -> countersign("finance-partner-2", "counts")).hasMessageContaining("Measure value");
        countersign("finance-partner", "counts");
        assertThat(posting().entry().measuredBy()).isEqualTo("finance-partner-2");
        assertThat(posting().countersignature().signer()).isEqualTo("finance-partner");
    }

    @Test
    void whatGoesBackIsMeasuredAgainAndBothStay() {
        measure(Map.of("value1_money", 9000));
        cases.complete(
                pilot,
                "countersignValue",
                "finance-partner-2",
                Map.of("decision", "back", "remark", "The season is in it"));
        assertThat(cases.open(pilot)).contains("measureValue").doesNotContain("countersignValue");
        measure(Map.of("value1_money", 8000));
        countersign("finance-partner-2", "counts");
        List<Posting> all = ledger.of(pilot);
        assertThat(all).hasSize(2);
        assertThat(all.get(0).isSentBack()).isTrue();
        assertThat(all.get(0).entry().figures().measured()).isEqualByComparingTo("9000");
        assertThat(all.get(1).entry().corrects()).isEqualTo(1);
        assertThat(ledger.counting(all.get(0).entry().period())
                        .orElseThrow()
                        .figures()
                        .measured())
                .isEqualByComparingTo("8000");
    }

    @Test
    void onePeriodIsNotMeasuredTwice() {
        measure(Map.of());
        LedgerEntry entry = posting().entry();
        assertThatThrownBy(() -> ledger.add(entry.period(), entry.statement(), time.now()))
                .hasMessageContaining("adoption.ledger.twice");
        countersign("finance-partner-2", "counts");
        assertThatThrownBy(() -> ledger.add(entry.period(), entry.statement(), time.now()))
                .hasMessageContaining("adoption.ledger.twice");
        assertThat(ledger.of(pilot)).hasSize(1);
    }

    @Test
    void aPeriodThatIsNotOverIsNotMeasured() {
        measure(Map.of());
        LedgerEntry entry = posting().entry();
        LocalDate today = LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
        Period next = new Period(pilot, entry.endsOn(), today.plusDays(1));
        assertThatThrownBy(() -> ledger.add(next, entry.statement(), time.now()))
                .hasMessageContaining("adoption.ledger.future");
    }

    @Test
    void anotherCurrencyIsConvertedByTheRateOfThePeriodAndTheRateIsKept() {
        measure(Map.of("value1_money", "1000.01", "value1_currency", "GBP", "value1_rate", "1.1735"));
        LedgerLine line = posting().entry().lines().get(0);
        assertThat(line.money()).isEqualByComparingTo("1173.51");
        assertThat(line.amount()).isEqualByComparingTo("1000.01");
        assertThat(line.rate()).isEqualByComparingTo("1.1735");
        assertThat(posting().entry().figures().measured()).isEqualByComparingTo("1173.51");
    }

    @Test
    void anotherCurrencyWithoutARateIsRefusedAndNothingIsWritten() {
        assertThatThrownBy(() -> measure(Map.of("value1_currency", "GBP", "value1_metric", "Wrong deliveries")))
                .hasMessageContaining("“Wrong deliveries” is in GBP");
        assertThatThrownBy(() -> measure(Map.of("value1_currency", "XQQ", "value1_rate", 2)))
                .hasMessageContaining("no currency “XQQ”");
        assertThatThrownBy(() -> measure(Map.of("value1_rate", 2))).hasMessageContaining("leave the rate empty");
        assertThat(ledger.of(pilot)).isEmpty();
        assertThat(cases.open(pilot)).contains("measureValue");
    }

    @Test
    void aCostInAnotherCurrencyIsConvertedByTheRateOfThePeriodAndBothAreKept() {
        measure(Map.of(
                "costCloud", 10,
                "foreign1_present", true,
                "foreign1_line", "computing",
                "foreign1_amount", "200.10",
                "foreign1_currency", "USD",
                "foreign1_rate", "0.92"));
        LedgerEntry entry = posting().entry();
        assertThat(entry.found()).hasSize(1);
        FoundCost found = entry.found().get(0);
        assertThat(found.amount()).isEqualByComparingTo("200.10");
        assertThat(found.rate()).isEqualByComparingTo("0.92");
        assertThat(found.money()).isEqualByComparingTo("184.09");
        assertThat(entry.costs().costCloud()).isEqualByComparingTo("194.09");
        assertThat(entry.figures().cost()).isEqualByComparingTo(entry.costs().total());
        Object shown = cases.shown(cases.anyTask(pilot, "countersignValue"), "finance-partner-2")
                .get("context");
        assertThat(String.valueOf(shown))
                .as("the countersigner sees what of each line was found in which currency")
                .contains("194.09", "200.10 USD × 0.92 = 184.09 EUR");
    }

    @Test
    void tokensDriveTheLineOfInferenceAndNoTokensAreRefused() throws IOException {
        assertThatThrownBy(() -> measure(Map.of("tokenPrice", "2.5")))
                .hasMessageContaining("No system reported tokens");
        LocalDate day = LocalDate.ofInstant(time.now(), ZoneOffset.UTC).minusDays(2);
        byte[] sent =
                """
                {"resourceMetrics":[{"scopeMetrics":[{"metrics":[
                 {"name":"gen_ai.client.token.usage","histogram":{"aggregationTemporality":1,"dataPoints":[
                  {"timeUnixNano":"%s000000000","count":"2","sum":12345678,"attributes":[]}]}}]}]}]}
                """.formatted(day.atTime(12, 0).toEpochSecond(ZoneOffset.UTC)).getBytes(StandardCharsets.UTF_8);
        evidence.keepInference(pilot, new ObjectMapper().readTree(sent), sent, "it-operations");
        measure(Map.of("costCloud", 0, "tokenPrice", "2.5", "tokenCurrency", "USD", "tokenRate", "0.92"));
        FoundCost tokens = posting().entry().found().get(0);
        assertThat(tokens.tokens()).isEqualByComparingTo("12345678");
        assertThat(tokens.amount()).isEqualByComparingTo("30.86");
        assertThat(posting().entry().costs().costCloud()).isEqualByComparingTo("28.39");
    }

    @Test
    void theVarianceIsHeldAgainstTheSealAndExplained() {
        measure(Map.of("value1_money", 8000, "explanation", "The second group joined early"));
        LedgerEntry entry = posting().entry();
        assertThat(entry.variance())
                .isEqualByComparingTo(
                        entry.figures().net().subtract(entry.figures().promisedP50()));
        assertThat(entry.explanation()).isEqualTo("The second group joined early");
        assertThat(entry.formula()).isEqualTo("ledger/2");
    }

    @Test
    void whatIsBelievedStandsInNoOtherFigure() {
        measure(Map.of("value1_money", 8000));
        LedgerFigures figures = posting().entry().figures();
        assertThat(figures.measured()).isEqualByComparingTo("8000");
        assertThat(figures.asserted()).isEqualByComparingTo("5000");
        assertThat(figures.net()).isEqualByComparingTo(figures.measured().subtract(figures.cost()));
    }

    @Test
    void silenceNeverCountersigns() {
        measure(Map.of());
        time.moveBy(Duration.ofDays(60));
        assertThat(posting().countersignature()).isNull();
        assertThat(adoption.latest(pilot)).isEmpty();
    }

    private void measure(Map<String, ?> other) {
        Map<String, Object> answers = new HashMap<>(AdoptionCases.value(8000));
        answers.putAll(other);
        cases.complete(pilot, "measureValue", "finance-partner", answers);
    }

    private void countersign(String person, String decision) {
        cases.complete(pilot, "countersignValue", person, Map.of("decision", decision));
    }

    private Posting posting() {
        List<Posting> all = ledger.of(pilot);
        return all.get(all.size() - 1);
    }
}
