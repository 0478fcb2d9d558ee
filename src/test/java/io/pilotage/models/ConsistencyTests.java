package io.pilotage.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Models, forms, roles, tables, texts and code say the same; and one deliberate error of each kind is seen. */
class ConsistencyTests {

    private static final String[] FOLDERS = {"processes", "forms", "src/main/resources/forms", "src/main/java"};

    @TempDir
    static Path copy;

    @BeforeAll
    static void copyOnce() throws IOException {
        for (String folder : FOLDERS) {
            copyFolder(Path.of(folder));
        }
    }

    @Test
    void everythingFitsTogether() {
        assertThat(new Consistency(new Project(Path.of("."))).problems()).isEmpty();
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "processes/discovery/discovery.bpmn | candidateGroups=\"decision-owner\" | candidateGroups=\"decider\" | 'decider' is no role",
                "processes/discovery/discovery.bpmn | \"acceptAccountability\" | \"takeAccountability\" | no class says what its completion means",
                "processes/discovery/discovery.bpmn | ${previewObligations} | ${previewDuties} | there is no bean for ${previewDuties}",
                "processes/discovery/discovery.bpmn | ${decisionOwnerNamed} | ${ownerFound} | nothing sets the variable 'ownerFound'",
                "forms/discovery/acceptAccountability.form | acceptAccountability_liableRole | acceptAccountability_liableParty | only in the form [liableParty]",
                "forms/discovery/acceptAccountability.form | \"acceptAccountability_liableRole\" | \"liableRole\" | the key must begin with",
                "forms/discovery/acceptAccountability.form | \"type\": \"textarea\" | \"type\": \"filepicker\" | does not work in Tasklist",
                "forms/discovery/acceptAccountability.form | \"id\": \"acceptAccountability_declaration\" | \"id\": \"acceptAccountability_decision\" | the id stands twice in the form",
                "forms/discovery/decideCharter.form | \"id\": \"decideCharter\" | \"id\": \"decideCharta\" | no user task has this form",
                "src/main/resources/forms/discovery_de.properties | acceptAccountability.acceptAccountability_liableRole.label | nothing | has no German text",
                "processes/pilot/gateRequirements.dmn | \"outcomeMetricNamed\" | \"outcomeMetricKnown\" | nothing vouches for the fact 'outcomeMetricKnown'",
                "processes/pilot/gateRequirements.dmn | accountable:data-owner | accountable:data-lord | names no role",
                "processes/pilot/approvalLevel.dmn | \"finance-partner\" | \"treasurer\" | 'treasurer' is no role",
                "processes/pilot/sla.dmn | \"decideCharter\" | \"decideCharta\" | there is no task 'decideCharta'",
                "processes/pilot/requiredSteps.dmn | \"sketchFeasibility\" | \"drawFeasibility\" | no model has an element 'drawFeasibility'"
            })
    void oneErrorOfThisKindIsSeen(String file, String right, String wrong, String sentence) throws IOException {
        Path broken = copy.resolve(file);
        String text = Files.readString(broken);
        assertThat(text).contains(right);
        Files.writeString(broken, text.replace(right, wrong));
        try {
            assertThat(new Consistency(new Project(copy)).problems()).anyMatch(problem -> problem.contains(sentence));
        } finally {
            Files.writeString(broken, text);
        }
    }

    private static void copyFolder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> {
                try {
                    Files.createDirectories(copy.resolve(file).getParent());
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, copy.resolve(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
