package io.pilotage.adoption;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.ProductClasses;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.testing.TimeMachine;
import io.pilotage.workflow.AnsweredForms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.data.domain.PageRequest;

/** Figures and days that a form shows are written as its reader writes them. */
@PilotageTest
class FormNotationTests {

    @Autowired
    Cases cases;

    @Autowired
    TimeMachine time;

    @Autowired
    Agreements agreements;

    @Autowired
    MeasurementCalendar calendar;

    @Autowired
    Trail trail;

    @Autowired
    AnsweredForms forms;

    String pilot;
    Period period;

    @BeforeEach
    void measureTheFirstPeriod() {
        pilot = new AdoptionCases(cases, time, agreements).inUse(Cases.LOW);
        time.moveBy(AdoptionCases.PERIOD);
        period = calendar.current(pilot);
    }

    @Test
    void whoeverMeasuresReadsThePromiseInTheirNotation() {
        assertThat(shown("measureValue", Locale.GERMAN))
                .containsPattern("p50=\\d{1,3}\\.\\d{3},\\d\\d\\D")
                .contains("begin=" + day(period.begins(), "d. MMM yyyy", Locale.GERMAN));
        assertThat(shown("measureValue", Locale.ENGLISH))
                .containsPattern("p50=\\d{1,3},\\d{3}\\.\\d\\d\\D")
                .contains("begin=" + day(period.begins(), "d MMM yyyy", Locale.ENGLISH));
    }

    @Test
    void whoeverCountersignsReadsEveryFigureInTheirNotation() {
        measure();
        assertThat(shown("countersignValue", Locale.GERMAN))
                .contains("1.448,69 (1.234,50 GBP × 1,1735)", "2.000 JPY × 0,0066 = 13,20 EUR", "1.000,10")
                .contains("end=" + day(period.ends(), "d. MMM yyyy", Locale.GERMAN))
                .doesNotContain("1448.69", period.begins().toString());
        assertThat(shown("countersignValue", Locale.ENGLISH))
                .contains("1,448.69 (1,234.50 GBP × 1.1735)", "2,000 JPY × 0.0066 = 13.20 EUR", "1,000.10")
                .doesNotContain(period.begins().toString());
    }

    @Test
    void theStoryWritesWhatAFormShowedInTheNotationOfWhoeverReadsTheStory() {
        measure();
        TrailEntry entry = trail.of(
                        pilot, TrailFilter.ALL.ofKinds("completed").at("measureValue"), PageRequest.of(0, 1))
                .getContent()
                .get(0)
                .entry();
        assertThat(forms.of(entry, Locale.GERMAN).orElseThrow().toString())
                .contains("12.328,77 EUR", day(period.ends(), "d. MMM yyyy", Locale.GERMAN), "1.234,5")
                .doesNotContain(period.ends().toString());
        assertThat(forms.of(entry, Locale.ENGLISH).orElseThrow().toString())
                .contains("12,328.77 EUR", day(period.ends(), "d MMM yyyy", Locale.ENGLISH), "1,234.5");
    }

    @Test
    void noBeanOfAFormWritesAFigureForTheMachine() {
        noClasses()
                .that()
                .resideInAPackage("io.pilotage..process..")
                .should()
                .callMethod(BigDecimal.class, "toPlainString")
                .because("people read it; hand over the number, or ask Notation")
                .check(ProductClasses.ALL);
    }

    private void measure() {
        Map<String, Object> answers = new HashMap<>(AdoptionCases.value(8000));
        answers.putAll(Map.of(
                "value1_money", "1234.5",
                "value1_currency", "GBP",
                "value1_rate", "1.1735",
                "costCloud", "1000.1",
                "foreign1_present", true,
                "foreign1_line", "support",
                "foreign1_amount", "2000.4",
                "foreign1_currency", "JPY",
                "foreign1_rate", "0.0066"));
        cases.complete(pilot, "measureValue", "finance-partner", answers);
    }

    private String shown(String task, Locale language) {
        LocaleContextHolder.setLocale(language);
        try {
            return String.valueOf(
                    cases.shown(cases.anyTask(pilot, task), "finance-partner-2").get("context"));
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    private static String day(LocalDate day, String pattern, Locale language) {
        return DateTimeFormatter.ofPattern(pattern, language).format(day);
    }
}
