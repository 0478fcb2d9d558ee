package io.pilotage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.workflow.Refused;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Broken and hostile tables, made by chance from a good one: read, or refused in words, within a second. */
class HostileTablesTests {

    private static final int ROUNDS = Integer.getInteger("pilotage.rounds", 1);
    private static final String[] ENCODINGS = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-32BE", "IBM500"};
    private static final String[] SEEDS = {
        "\"",
        "\"\"",
        "\n",
        "\r",
        "\r\n",
        ",",
        ";",
        "\t",
        "=1+1",
        "@SUM(A1)",
        "+cmd|' /C calc'!A0",
        "\u0000",
        "\uFEFF",
        "😀",
        "\u202E",
        "9".repeat(400),
        "\"\n\"\n\"",
        "x".repeat(70_000)
    };

    @TempDir
    Path folder;

    private final Random random = new Random(20261125);

    @Test
    void mutatedTablesAreAnsweredAtOnce() throws IOException {
        byte[] csv;
        try (var sample = getClass().getResourceAsStream("/portfolio/sample-inventory.csv")) {
            csv = sample.readAllBytes();
        }
        byte[] xlsx = workbook();
        int count = 200 * ROUNDS;
        for (int i = 0; i < count; i++) {
            look(i % 2 == 0 ? mutatedText(csv) : mutatedBytes(xlsx));
        }
        System.out.println("hostile tables: n=" + count);
    }

    @Test
    void bombsAreRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                zip.write(zeros);
            }
            zip.closeEntry();
        }
        assertThat(look(bytes.toByteArray())).startsWith("portfolio.file");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 5_000; i++) {
                zip.putNextEntry(new ZipEntry("x/" + i));
                zip.closeEntry();
            }
        }
        assertThat(look(many.toByteArray())).startsWith("portfolio.file");
        assertThat(look(("a,b\n\"" + "x".repeat(500_000)).getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty();
    }

    /** @return the refusal's key, or that it was read */
    private String look(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("table"), bytes);
        long begin = System.nanoTime();
        String answer = read(file);
        if (System.nanoTime() - begin > 1_000_000_000L) {
            long again = System.nanoTime();
            read(file);
            assertThat(System.nanoTime() - again).isLessThan(1_000_000_000L);
        }
        return answer;
    }

    private static String read(Path file) throws IOException {
        try (Table table = TableFiles.open(file)) {
            List<TableRow> rows = new ArrayList<>();
            table.rows(rows::add);
            return "read " + rows.size();
        } catch (Refused refused) {
            return refused.messageKey();
        }
    }

    private byte[] mutatedText(byte[] csv) {
        StringBuilder text = new StringBuilder(new String(csv, StandardCharsets.UTF_8));
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            int at = random.nextInt(text.length());
            if (random.nextBoolean()) {
                text.insert(at, SEEDS[random.nextInt(SEEDS.length)]);
            } else {
                text.delete(at, Math.min(text.length() - 1, at + random.nextInt(500)));
            }
        }
        return text.toString().getBytes(Charset.forName(ENCODINGS[random.nextInt(ENCODINGS.length)]));
    }

    private byte[] mutatedBytes(byte[] file) {
        byte[] bytes = file.clone();
        for (int times = 1 + random.nextInt(20); times > 0; times--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return random.nextInt(5) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Pilots");
            for (int row = 0; row < 50; row++) {
                for (int column = 0; column < 8; column++) {
                    sheet.value(row, column, "cell " + row + " " + column);
                }
            }
        }
        return bytes.toByteArray();
    }
}
