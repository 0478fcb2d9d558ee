package io.pilotage.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.audit.Undertaking;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files come in whole or not at all, once, and nothing of them is lost. */
@PilotageTest
class ImportTests {

    @TempDir
    Path folder;

    @Autowired
    ImportManagement imports;

    @Autowired
    Trail trail;

    @Autowired
    ImportRunner runner;

    @Autowired
    Mappings mappings;

    @Autowired
    InventoryEntries entries;

    @Autowired
    PilotManagement pilots;

    @Autowired
    JdbcClient jdbc;

    private String source;

    @BeforeEach
    void mapping() {
        source = "test-" + UUID.randomUUID();
        mappings.write(source, """
                source: %s
                identity: [Name, Unit]
                stage:
                  column: Stage
                  blank: discovery
                  words: {Idea: discovery, Used: adoptionMeasurement, Gone: retired}
                fields:
                  title: Name
                  businessUnit: Unit
                  purpose: Why
                accountable: {bu-sponsor: Sponsor}
                """.formatted(source), "process-admin");
    }

    @Test
    void dryRunTouchesNoCase() throws IOException {
        ImportRun run = check("Chat,Care,Idea,Help,\nMap,Care,Nowhere,Find,\n");
        assertThat(imports.counts(run.id()).of(RowOutcome.PLANNED)).isEqualTo(1);
        assertThat(imports.counts(run.id()).of(RowOutcome.REFUSED)).isEqualTo(1);
        assertThat(imports.problems(run.id(), RowProblem.Severity.ERROR, 0, 10))
                .containsExactly(new RowProblem(
                        3, RowProblem.Severity.ERROR, "Stage", "unknownStage", java.util.List.of("Nowhere")));
        assertThat(cases()).isZero();
    }

    @Test
    void everyEntryContinuesWhereItStands() throws IOException {
        bringIn("Chat,Care,Idea,Help,bu-sponsor\nSort,Post,Used,Sort,\nOld,Post,Gone,,\n😀 Smile,,,,\n");
        assertThat(cases()).isEqualTo(4);
        Pilot sort = pilot("Sort");
        assertThat(sort.phase()).isEqualTo(Phase.ADOPTION_MEASUREMENT);
        assertThat(sort.tier()).isNull();
        assertThat(entries.wordsOf(sort.key()).orElseThrow().purpose()).isEqualTo("Sort");
        assertThat(pilot("Old").status()).isEqualTo(PilotStatus.RETIRED);
        assertThat(pilot("😀 Smile").proposal().businessUnit()).isNull();
        assertThat(journeys("Chat")).isEqualTo(1);
        assertThat(journeys("Old")).isZero();
        assertThat(jdbc.sql("select person from accountability where pilot_key = ?")
                        .param(pilot("Chat").key())
                        .query(String.class)
                        .single())
                .isEqualTo("bu-sponsor");
    }

    @Test
    void sameFileAgainChangesNothing() throws IOException {
        String rows = "Chat,Care,Idea,Help,\nChat,Care,Idea,Help,\nChat,Care,Used,Other,\n";
        ImportRun first = bringIn(rows);
        assertThat(cases()).isEqualTo(3);
        assertThat(imports.problems(first.id(), RowProblem.Severity.WARNING, 0, 10))
                .extracting(RowProblem::row, RowProblem::kind)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(3, "copy"),
                        org.assertj.core.groups.Tuple.tuple(4, "sameIdentity"));
        ImportRun again = bringIn(rows);
        assertThat(imports.counts(again.id()).of(RowOutcome.KNOWN)).isEqualTo(3);
        assertThat(cases()).isEqualTo(3);
    }

    @Test
    void changedRowIsReportedAndItsCaseLeftAlone() throws IOException {
        bringIn("Chat,Care,Idea,Help,\n");
        ImportRun again = bringIn("New,Care,Idea,Help,\nChat,Care,Used,Help,\n");
        assertThat(imports.counts(again.id()).of(RowOutcome.CHANGED)).isEqualTo(1);
        assertThat(imports.counts(again.id()).of(RowOutcome.BROUGHT_IN)).isEqualTo(1);
        assertThat(pilot("Chat").phase()).isEqualTo(Phase.DISCOVERY);
        assertThat(cases()).isEqualTo(2);
    }

    @Test
    void twoRunsOfOneFileBringEachEntryInOnce() throws IOException {
        ImportRun one = check("Chat,Care,Idea,Help,\n");
        ImportRun other = check("Chat,Care,Idea,Help,\n");
        imports.begin(one.id(), "portfolio-office");
        imports.begin(other.id(), "portfolio-office");
        runner.work(one.id());
        runner.work(other.id());
        assertThat(cases()).isEqualTo(1);
        assertThat(imports.counts(other.id()).of(RowOutcome.KNOWN)).isEqualTo(1);
    }

    @Test
    void brokenFileLeavesNothingBehind() throws IOException {
        long before = number("select count(*) from import_run");
        Path file = Files.writeString(folder.resolve("x.csv"), "Name,Unit,Stage,Why,Sponsor\na,b,Idea,,\nc,\"d\n");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> imports.check("x.csv", file, source, "portfolio-office"));
        assertThat(number("select count(*) from import_run")).isEqualTo(before);
    }

    @Test
    void shippedSampleFitsItsMapping() throws IOException {
        Path sample = Path.of("src/main/resources/portfolio/sample-inventory.csv");
        ImportRun run = imports.check("sample.csv", sample, "simple", "portfolio-office");
        assertThat(imports.counts(run.id()).of(RowOutcome.REFUSED)).isZero();
        assertThat(imports.counts(run.id()).total()).isEqualTo(10);
        assertThat(imports.problems(run.id(), RowProblem.Severity.WARNING, 0, 10))
                .isEmpty();
        imports.discard(run.id(), "portfolio-office");
        assertThat(imports.find(run.id())).isEmpty();
        assertThat(trail.of(Undertaking.IMPORT.chain(run.id()), TrailFilter.ALL, PageRequest.of(0, 2)))
                .extracting(recorded -> recorded.entry().kind())
                .containsExactly("importDiscarded", "importChecked");
    }

    private ImportRun check(String rows) throws IOException {
        Path file =
                Files.writeString(Files.createTempFile(folder, "a", ".csv"), "Name,Unit,Stage,Why,Sponsor\n" + rows);
        return imports.check("a.csv", file, source, "portfolio-office");
    }

    private ImportRun bringIn(String rows) throws IOException {
        ImportRun run = check(rows);
        imports.begin(run.id(), "portfolio-office");
        runner.work(run.id());
        assertThat(imports.get(run.id()).state()).isEqualTo(ImportRun.State.DONE);
        return run;
    }

    private Pilot pilot(String title) {
        return pilots.get(jdbc.sql("select pilot_key from pilot where source = ? and title = ?")
                .params(source, title)
                .query(String.class)
                .single());
    }

    private long journeys(String title) {
        return jdbc.sql("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'pilotJourney'"
                        + " and BUSINESS_KEY_ = ?")
                .param(pilot(title).key())
                .query(Long.class)
                .single();
    }

    private long cases() {
        return jdbc.sql("select count(*) from pilot where source = ?")
                .param(source)
                .query(Long.class)
                .single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }
}
