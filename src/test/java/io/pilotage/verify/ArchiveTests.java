package io.pilotage.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives of ours are read, everybody can unpack them, and hostile ones are refused with a reason. */
class ArchiveTests {

    private static final TreeMap<String, byte[]> FILES = new TreeMap<>(Map.of(
            "a.txt", "first".getBytes(StandardCharsets.UTF_8),
            "data/b.json", "{}".getBytes(StandardCharsets.UTF_8)));

    @Test
    void readsWhatItWroteAndSoDoesEverybody() throws IOException {
        byte[] archive = Archive.write(FILES);
        assertThat(Archive.read(archive)).containsOnlyKeys("a.txt", "data/b.json");
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getName).isEqualTo("a.txt");
            assertThat(zip.readAllBytes()).isEqualTo(FILES.get("a.txt"));
            assertThat(zip.getNextEntry()).extracting(ZipEntry::getName).isEqualTo("data/b.json");
        }
    }

    @Test
    void everySingleByteChangeAndEveryCutIsRefusedOrChangesAFile() {
        byte[] archive = Archive.write(FILES);
        for (int at = 0; at < archive.length; at++) {
            byte[] changed = archive.clone();
            changed[at] ^= 1;
            assertThat(sameFiles(changed)).as("byte %d", at).isFalse();
            assertThat(sameFiles(Arrays.copyOf(archive, at)))
                    .as("cut at %d", at)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../up.txt", "/etc/passwd", "a/../../b", "C:\\x", "a//b", ".hidden", "ä.txt"})
    void nameThatClimbsOutIsRefused(String name) throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.read(zip(name, ZipEntry.STORED, new byte[3])))
                .withMessageContaining("leads out of the archive");
    }

    @Test
    void bombIsRefusedBeforeItInflates() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.read(zip("a.txt", ZipEntry.DEFLATED, new byte[50 << 20])))
                .withMessageContaining("compressed");
    }

    /** What nobody could read again is not written. */
    @Test
    void tooMuchIsNotWritten() {
        byte[] large = new byte[65 << 20];
        TreeMap<String, byte[]> files = new TreeMap<>(Map.of("a", large, "b", large, "c", large, "d", large));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.write(files))
                .withMessageContaining("more than 256 MB");
    }

    @Test
    void somethingElseIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Archive.read(new byte[0]));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Archive.read("%PDF-1.7 hello, hello, hello, hello".getBytes(StandardCharsets.UTF_8)));
    }

    private static boolean sameFiles(byte[] archive) {
        try {
            Map<String, byte[]> read = Archive.read(archive);
            return read.keySet().equals(FILES.keySet())
                    && read.entrySet().stream()
                            .allMatch(file -> Arrays.equals(file.getValue(), FILES.get(file.getKey())));
        } catch (IllegalArgumentException refused) {
            return false;
        }
    }

    private static byte[] zip(String name, int method, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(method);
            ZipEntry entry = new ZipEntry(name);
            if (method == ZipEntry.STORED) {
                entry.setSize(content.length);
                java.util.zip.CRC32 sum = new java.util.zip.CRC32();
                sum.update(content);
                entry.setCrc(sum.getValue());
            }
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
