package io.pilotage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What table files are read as, whatever they are called and however they are written. */
class TableFilesTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE"})
    void encodingIsFoundOut(String charset) throws IOException {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        Path file = file((mark + "Name,Ort\nPrüfung – „eins“,Köln\n").getBytes(Charset.forName(charset)));
        assertThat(rows(file)).containsExactly(new TableRow(2, List.of("Prüfung – „eins“", "Köln")));
    }

    @Test
    void markBeforeTheTextIsNoPartOfTheFirstColumn() throws IOException {
        try (Table table = TableFiles.open(file("\uFEFFName,Ort\nä,b\n".getBytes(StandardCharsets.UTF_8)))) {
            assertThat(table.columns()).containsExactly("Name", "Ort");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void separatorIsFoundOut(String separator) throws IOException {
        Path file = file(String.join(separator, "A", "\"B, too; or|so\"", "C") + "\n"
                + String.join(separator, "1", "\"2\n\"\"2\"\"\"", "3") + "\n\n");
        try (Table table = TableFiles.open(file)) {
            assertThat(table.columns()).containsExactly("A", "B, too; or|so", "C");
        }
        assertThat(rows(file)).containsExactly(new TableRow(2, List.of("1", "2\n\"2\"", "3")));
    }

    @Test
    void formulasAreText() throws IOException {
        assertThat(rows(file("A,B\n=1+1,@SUM(A1)\n")).get(0).cells()).containsExactly("=1+1", "@SUM(A1)");
    }

    @Test
    void columnsOfOneNameAreToldApart() throws IOException {
        try (Table table = TableFiles.open(file("Other,Name,Other , Other\na,b,c,d"))) {
            assertThat(table.columns()).containsExactly("Other", "Name", "Other (2)", "Other (3)");
        }
    }

    @Test
    void workbookIsReadWithDatesNumbersAndTheTextOfFormulas() throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "Test", "1.0")) {
            var sheet = book.newWorksheet("One");
            sheet.value(0, 0, "Name");
            sheet.value(0, 1, "Day");
            sheet.value(0, 2, "Amount");
            sheet.value(0, 3, "Sum");
            sheet.value(2, 0, " =cmd() ");
            sheet.value(2, 1, LocalDate.of(2026, 2, 3));
            sheet.style(2, 1).format("yyyy-mm-dd").set();
            sheet.value(2, 2, 12.5);
            sheet.formula(2, 3, "C3*2");
        }
        assertThat(rows(file)).hasSize(1);
        TableRow row = rows(file).get(0);
        assertThat(row.number()).isEqualTo(3);
        assertThat(row.cells().subList(0, 3)).containsExactly("=cmd()", "2026-02-03", "12.5");
    }

    @Test
    void bombsAreNotUnpacked() throws IOException {
        Path bomb = zip("xl/workbook.xml", new byte[64 << 20]);
        assertThat(Files.size(bomb)).isLessThan(100_000);
        refuses(bomb, "portfolio.file.bomb");
    }

    @Test
    void entitiesAreNotDeclared() throws IOException {
        refuses(
                zip(
                        "xl/workbook.xml",
                        "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"
                                .getBytes(StandardCharsets.UTF_8)),
                "portfolio.file.brokenWorkbook");
    }

    @Test
    void whatIsNoTableIsNamed() throws IOException {
        refuses(file(""), "portfolio.file.empty");
        refuses(file(" , ,\n"), "portfolio.file.noHeading");
        refuses(file("%PDF-1.7 …"), "portfolio.file.binary");
        refuses(file("A,B\n1,\0\n"), "portfolio.file.binary");
        refuses(file(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1}), "portfolio.file.oldExcel");
        refuses(zip("word/document.xml", "<x/>".getBytes(StandardCharsets.UTF_8)), "portfolio.file.noWorkbook");
        refuses(zip("xl/workbook.xml", "<x/>".getBytes(StandardCharsets.UTF_8)), "portfolio.file.brokenWorkbook");
    }

    @Test
    void brokenRowsAreNamed() throws IOException {
        Path file = file("A,B\n1,2\n3,\"4\n5,6\n");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rows(file))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(3));
        Path wide = file("A,B\n1,2\n3,4,5\n");
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rows(wide))
                .satisfies(refused -> assertThat(refused.arguments()).containsExactly(3, 3, 2));
    }

    @Test
    void noiseNeverCrashesTheReader() throws IOException {
        Random random = new Random(7);
        byte[][] beginnings = {
            {}, {'P', 'K', 3, 4}, "A,B\n\"".getBytes(StandardCharsets.UTF_8), {(byte) 0xFF, (byte) 0xFE}
        };
        for (int i = 0; i < 400; i++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            byte[] beginning = beginnings[i % beginnings.length];
            byte[] bytes = java.util.Arrays.copyOf(beginning, beginning.length + noise.length);
            System.arraycopy(noise, 0, bytes, beginning.length, noise.length);
            Path file = file(bytes);
            try {
                rows(file);
            } catch (Refused expected) {
                assertThat(expected.messageKey()).startsWith("portfolio.file.");
            }
        }
    }

    private void refuses(Path file, String key) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> rows(file))
                .satisfies(refused -> assertThat(refused.messageKey()).isEqualTo(key));
    }

    private static List<TableRow> rows(Path file) throws IOException {
        List<TableRow> rows = new ArrayList<>();
        try (Table table = TableFiles.open(file)) {
            table.rows(rows::add);
        }
        return rows;
    }

    private Path zip(String name, byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "a", ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return file;
    }

    private Path file(String text) throws IOException {
        return file(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "a", ".csv"), bytes);
    }
}
