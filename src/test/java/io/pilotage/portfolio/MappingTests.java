package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pilotage.identity.People;
import io.pilotage.identity.Person;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.portfolio.RowProblem.Severity;
import io.pilotage.table.TableRow;
import io.pilotage.workflow.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a mapping turns the words of a file into a registry entry, and what it leaves blank. */
class MappingTests {

    private static final String TEXT = """
            source: test
            identity: [Name]
            blank: [N/A]
            dates: [M/d/yyyy]
            earliest: 1990-01-01
            stage:
              column: Stage
              words: {Idea: discovery, In use*: adoptionMeasurement, Gone: retired}
              reached: {Since: adoptionMeasurement}
            fields:
              title: Name
              businessUnit: [Unit, Team]
              personalData: {column: PII, words: {Yes: true, No: false, Maybe: ~}}
              implemented: Since
              amount: Money
              currency: Coin
            accountable:
              bu-sponsor: Sponsor
            """;

    private static final List<String> COLUMNS =
            List.of("Name", "Stage", "Unit", "Team", "PII", "Since", "Money", "Sponsor", "Coin");

    @Test
    void wordsBecomeFields() {
        RowPlan plan = plan("Chat", "in  USE since long", "Care", "Mail", "yes", "3/9/2024", "1,250.50", "ann", "CHF");
        var entry = Objects.requireNonNull(plan.entry());
        assertThat(entry.phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        assertThat(entry.status()).isEqualTo(PilotStatus.ACTIVE);
        assertThat(entry.proposal().businessUnit()).isEqualTo("Care / Mail");
        assertThat(entry.proposal().amount()).isEqualByComparingTo("1250.50");
        assertThat(entry.proposal().currency()).isEqualTo("CHF");
        assertThat(entry.risk().personalData()).isTrue();
        assertThat(entry.accountable()).containsOnly(java.util.Map.entry("bu-sponsor", "ann"));
        assertThat(plan.words().implemented()).isEqualTo("2024-03-09");
        assertThat(plan.problems()).isEmpty();
    }

    @Test
    void blankStaysBlankAndIsAGap() {
        RowPlan plan = plan("Chat", "Idea", "n/a", "", "Maybe", " ", "", "");
        var entry = Objects.requireNonNull(plan.entry());
        assertThat(entry.proposal().businessUnit()).isNull();
        assertThat(entry.proposal().amount()).isNull();
        assertThat(entry.risk().personalData()).isNull();
        assertThat(entry.risk().regulatedArea()).isNull();
        assertThat(entry.accountable()).isEmpty();
        assertThat(plan.problems()).extracting(RowProblem::severity).containsOnly(Severity.GAP);
        assertThat(plan.problems())
                .extracting(RowProblem::column)
                .containsExactlyInAnyOrder("Unit", "Team", "PII", "Money", "Coin", "Sponsor");
    }

    @Test
    void whatCannotBeReadIsNamedWithRowAndColumn() {
        RowPlan plan = plan("Chat", "Idea", "Care", "Mail", "Perhaps", "7/15/1905", "a lot", "nobody", "EUR");
        assertThat(plan.problems())
                .extracting(RowProblem::row, RowProblem::column, RowProblem::kind)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(9, "PII", "unknownWord"),
                        org.assertj.core.groups.Tuple.tuple(9, "Since", "oddDate"),
                        org.assertj.core.groups.Tuple.tuple(9, "Money", "noNumber"),
                        org.assertj.core.groups.Tuple.tuple(9, "Sponsor", "unknownPerson"));
        assertThat(plan.words().implemented()).isNull();
    }

    @Test
    void retiredEntryStandsWhereItsDatesShow() {
        var used = Objects.requireNonNull(
                plan("A", "Gone", "", "", "", "1/1/2020", "", "").entry());
        assertThat(used.status()).isEqualTo(PilotStatus.RETIRED);
        assertThat(used.phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        var never = Objects.requireNonNull(
                plan("A", "Gone", "", "", "", "never", "", "").entry());
        assertThat(never.phase()).isEqualTo(Phase.DISCOVERY);
    }

    @Test
    void anAmountWithoutACurrencyIsLeftOutAndNoneIsMadeUp() {
        for (String coin : List.of("", "EURO", "eur")) {
            RowPlan plan = plan("Chat", "Idea", "", "", "", "", "1,250.50", "", coin);
            var proposal = Objects.requireNonNull(plan.entry()).proposal();
            assertThat(proposal.amount()).isNull();
            assertThat(proposal.currency()).isNull();
            assertThat(plan.problems())
                    .anyMatch(problem -> problem.kind().equals("noCurrency")
                            && problem.severity() == Severity.WARNING
                            && problem.column().equals("Money"));
        }
        assertThat(plan("Chat", "Idea", "", "", "", "", "", "", "EURO").problems())
                .anyMatch(problem -> problem.kind().equals("unknownCurrency")
                        && problem.column().equals("Coin"));
    }

    @Test
    void entryWithoutTitleOrStageIsRefused() {
        assertThat(plan("", "Idea", "", "", "", "", "", "").problems())
                .anyMatch(problem -> problem.kind().equals("noTitle") && problem.severity() == Severity.ERROR);
        assertThat(plan("A", "", "", "", "", "", "", "").isRefused()).isTrue();
        assertThat(plan("A", "Dreaming", "", "", "", "", "", "").problems())
                .anyMatch(problem -> problem.kind().equals("unknownStage")
                        && problem.column().equals("Stage"));
    }

    @Test
    void longTitleIsShortenedAndSaysSo() {
        RowPlan plan = plan("x".repeat(300), "Idea", "", "", "", "", "", "");
        assertThat(Objects.requireNonNull(plan.entry()).proposal().title())
                .hasSize(200)
                .endsWith("…");
        assertThat(plan.problems()).anyMatch(problem -> problem.kind().equals("shortened"));
    }

    @Test
    void missingColumnsAreNamed() {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> new RowReader(MappingText.read(TEXT), List.of("Name", "Stage", "Unit"), new Nobody()))
                .satisfies(refused ->
                        assertThat(String.valueOf(refused.arguments()[1])).contains("“Team”", "“PII”"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source: test|source: ''|source",
                "title: Name|titel: Name|fields",
                "Idea: discovery|Idea: dreaming|stage.words.Idea",
                "Yes: true|Yes: perhaps|fields.personalData.words",
                "bu-sponsor: Sponsor|boss: Sponsor|accountable",
                "dates: [M/d/yyyy]|dates: [bogus]|dates",
                "identity: [Name]|identitty: [Name]|mapping"
            })
    void mistakesInAMappingAreNamed(String right, String wrong, String where) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> MappingText.read(TEXT.replace(right, wrong)))
                .satisfies(refused -> assertThat(refused.arguments()[0]).isEqualTo(where));
    }

    @Test
    void mappingIsDataAndNothingElse() {
        for (String text : List.of(
                "!!javax.script.ScriptEngineManager []",
                "a: &a [x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]",
                "{{{{{{{{{{{{",
                "[",
                "",
                "just text")) {
            assertThatExceptionOfType(Refused.class).isThrownBy(() -> MappingText.read(text));
        }
    }

    private static RowPlan plan(String... cells) {
        return new RowReader(MappingText.read(TEXT), COLUMNS, new Nobody())
                .plan(new TableRow(9, List.of(cells)), "k-1");
    }

    /** A directory with one person in it. */
    private static final class Nobody implements People {

        @Override
        public Optional<Person> find(String id) {
            return holding(Role.BU_SPONSOR).stream()
                    .filter(person -> person.id().equals(id))
                    .findFirst();
        }

        @Override
        public List<Person> holding(Role role) {
            return List.of(new Person("ann", "Ann", null, java.util.Set.of(Role.BU_SPONSOR)));
        }
    }
}
