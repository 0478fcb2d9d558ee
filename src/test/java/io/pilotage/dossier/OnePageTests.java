package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.CaseReport.GateLine;
import io.pilotage.dossier.CaseReport.Line;
import io.pilotage.dossier.CaseReport.Missing;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A summary is one page, however much was written and however often a gate was tried. */
@PilotageTest
class OnePageTests {

    private static final String LONG = "Mittelfristige Verfügbarkeitsvorhersage für Ersatzteillager ".repeat(70);
    private static final String UNBROKEN = "Donaudampfschifffahrtsgesellschaft".repeat(50);
    private static final Instant WHEN = Instant.parse("2026-05-04T10:00:00Z");

    private final OnePage page = new OnePage();

    @Autowired
    CaseDocument document;

    @Autowired
    BoardPack boardPack;

    @Test
    void wordsEndAtABlankAndNeverWithinASign() {
        assertThat(page.words("short enough", 12)).isEqualTo("short enough");
        assertThat(page.words("cut at a blank here", 12)).isEqualTo("cut at a…");
        assertThat(page.words("unbrokenandmuchtoolong", 10)).isEqualTo("unbrokena…");
        assertThat(page.words("12345678\uD83D\uDE00 and more", 10)).isEqualTo("12345678…");
        assertThat(page.last(List.of(1, 2, 3), 2)).containsExactly(2, 3);
        assertThat(page.first(List.of(1, 2, 3), 2)).containsExactly(1, 2);
        assertThat(page.beyond(List.of(1, 2, 3), 2)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void summaryOfADossierIsOnePageInFrontOfTheContents(String language) throws IOException {
        byte[] pdf = document.pdf(report(), Map.of(), Locale.forLanguageTag(language));
        Files.write(Path.of("target/one-page-" + language + ".pdf"), pdf);
        ArchivePdf read = new ArchivePdf(pdf);
        assertThat(read.pagesOfBookmarks()).startsWith(1, 2);
        assertThat(read.faults()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void everyPilotOfABoardPackIsOnePage(String language) throws IOException {
        Export export = new Export(
                "x",
                Export.Kind.BOARD_PACK,
                Locale.forLanguageTag(language),
                Export.State.RUNNING,
                "audit-read",
                WHEN,
                null);
        byte[] pdf = boardPack.pdf(Collections.nCopies(3, summary(report())), export);
        Files.write(Path.of("target/board-pack-full-" + language + ".pdf"), pdf);
        ArchivePdf read = new ArchivePdf(pdf);
        assertThat(read.pagesOfBookmarks()).startsWith(1, 2);
        // The bookmarks of the three lead to the first of them, because it is three times the same pilot.
        assertThat(read.pages()).isEqualTo(2 + 3);
        assertThat(read.faults()).isEmpty();
    }

    private static CaseSummary summary(CaseReport report) {
        return new CaseSummary(
                report.key(),
                report.title(),
                LONG,
                report.phase(),
                report.tier(),
                report.status(),
                report.standing(),
                false,
                WHEN,
                report.asOfWords(),
                BigDecimal.TEN,
                "EUR",
                report.proposal(),
                report.figures(),
                report.gates(),
                report.gaps(),
                report.absent());
    }

    private static CaseReport report() {
        List<Line> proposal = IntStream.range(0, 13)
                .mapToObj(line -> new Line(
                        "Erwartete Verbesserung " + line,
                        line % 4 == 3 ? "12.000 EUR" : line % 4 == 2 ? UNBROKEN : LONG))
                .toList();
        List<GateLine> gates = IntStream.range(0, 15)
                .mapToObj(round -> new GateLine(
                        "G" + (1 + round % 6) + " Autorisierung",
                        "Freigabe mit Auflagen",
                        "4. Mai 2026",
                        Collections.nCopies(4, "Maximiliane Musterfrau-Beispiel (Verantwortliche der Fachabteilung)"),
                        LONG))
                .toList();
        return new CaseReport(
                "P-0001",
                LONG,
                "Autorisierung",
                "Hohes Risiko",
                "Angehalten",
                LONG,
                false,
                WHEN,
                "4. Mai 2026, 12:00",
                proposal,
                List.of(
                        new Line("Einträge der Spur", "1234"),
                        new Line("Entscheidungen", "56"),
                        new Line("abgelehnt", "7"),
                        new Line("Erinnerungen und Eskalationen", "89"),
                        new Line("erwartet und nicht vorhanden", "10")),
                List.of(),
                gates,
                List.of(),
                List.of(),
                Collections.nCopies(3, new Missing("G3 Autorisierung", Collections.nCopies(9, LONG))),
                Collections.nCopies(9, LONG),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
