package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.Archive;
import io.pilotage.verify.DossierCheck;
import io.pilotage.verify.DossierFiles;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a forger who may repack the archive as they like can do to a real dossier, and what the verifier then names. */
@PilotageTest
class HostileDossierTests {

    private static final int CHANGES_PER_FILE = 12;
    private static final int CHANGED_BYTES = 1_000;

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private byte[] dossier = {};
    private TreeMap<String, byte[]> files = new TreeMap<>();

    @BeforeEach
    void packADossier() throws IOException {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        dossier = dossiers.pack(pilot, "audit-read");
        files = unpack(dossier);
        assertThat(Archive.write(files)).isEqualTo(dossier);
        assertThat(DossierCheck.check(dossier, null).findings()).isEmpty();
    }

    @Test
    void everySingleByteChangeIsFound() {
        for (int i = 0; i < CHANGED_BYTES; i++) {
            byte[] changed = dossier.clone();
            changed[chance.nextInt(changed.length)] ^= (byte) (1 << chance.nextInt(8));
            assertThat(findings(changed)).as("seed %d, change %d", seed, i).isNotEmpty();
        }
    }

    /** Sums of the archive made right again, so that only hashes and signatures are left to see it. */
    @Test
    void everyChangeWithinAFileIsFoundAndTheFileNamed() {
        files.forEach((name, content) -> {
            for (int i = 0; i < CHANGES_PER_FILE; i++) {
                byte[] changed = content.clone();
                int at = i == 0 ? content.length - 1 : i == 1 ? 0 : chance.nextInt(content.length);
                changed[at] ^= (byte) (1 << chance.nextInt(8));
                List<String> findings = findings(with(name, changed));
                assertThat(findings).as("seed %d, %s byte %d", seed, name, at).isNotEmpty();
                if (!name.startsWith("manifest")) {
                    assertThat(findings).anyMatch(finding -> finding.startsWith(name));
                }
            }
        });
    }

    /** The signature is the one file that no hash covers. */
    @Test
    void everyOtherSpellingOfTheSignatureIsFound() {
        byte[] signature = files.get(DossierFiles.SIGNATURE);
        for (int at = 0; at < signature.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = signature.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(findings(with(DossierFiles.SIGNATURE, changed)))
                        .as("byte %d, bit %d", at, bit)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void fileThatIsMissingOrAddedIsNamed() {
        for (String name : List.copyOf(files.keySet())) {
            TreeMap<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(name);
            assertThat(findings(Archive.write(fewer))).as(name).isNotEmpty();
        }
        assertThat(findings(with("data/more.json", bytes("{}"))))
                .containsExactly("data/more.json: the manifest does not know this file");
    }

    @Test
    void entriesThatWereSwappedCutOrInsertedAreNamed() throws Exception {
        List<String> lines =
                new ArrayList<>(Arrays.asList(text(DossierFiles.TRAIL).split("\n")));
        assertThat(lines).hasSizeGreaterThan(3);
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 1, 2);
        assertThat(findings(forged(trail(swapped), null)))
                .anyMatch(finding -> finding.contains(" 2: the content belongs to"));
        assertThat(findings(forged(trail(lines.subList(0, lines.size() - 1)), null)))
                .anyMatch(finding -> finding.contains("no proof covers the last entry"));
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(2, lines.get(1));
        assertThat(findings(forged(trail(doubled), null)))
                .anyMatch(finding -> finding.contains(" 3: the content belongs to"));
    }

    @Test
    void reSignedWithAForeignKeyIsRefusedAndTheKeyNamed() throws Exception {
        String ours = DossierCheck.check(dossier, null).key();
        KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] forged = forged(Map.of("data/case.json", bytes("{}")), foreign);
        assertThat(findings(forged)).anyMatch(finding -> finding.contains("the key " + ours + " is missing"));
        assertThat(DossierCheck.check(forged, ours).findings())
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("foreign key") && what.contains(ours));
    }

    @Test
    void filesInAnotherOrderAreRefused() {
        int first = localSize(0);
        int second = localSize(first);
        byte[] swapped = dossier.clone();
        System.arraycopy(dossier, first, swapped, 0, second);
        System.arraycopy(dossier, 0, swapped, second, first);
        assertThat(findings(swapped))
                .singleElement()
                .asString()
                .contains("not in the form in which its files were packed");
    }

    @Test
    void sizeThatIsLiedAboutIsRefused() {
        for (int size : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, dossier.length}) {
            byte[] lying = dossier.clone();
            ByteBuffer.wrap(lying)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(18, size)
                    .putInt(22, size);
            assertThat(findings(lying)).singleElement().asString().startsWith("archive: the archive is cut off");
        }
    }

    @Test
    void cutAnywhereIsRefused() {
        for (int i = 0; i < 200; i++) {
            int at = chance.nextInt(dossier.length);
            assertThat(findings(Arrays.copyOf(dossier, at))).as("cut at %d", at).isNotEmpty();
        }
    }

    private static List<String> findings(byte[] archive) {
        return DossierCheck.check(archive, null).findings().stream()
                .map(Finding::toString)
                .toList();
    }

    private byte[] with(String name, byte[] content) {
        TreeMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, content);
        return Archive.write(changed);
    }

    private static Map<String, byte[]> trail(List<String> lines) {
        return Map.of(DossierFiles.TRAIL, bytes(String.join("\n", lines) + "\n"));
    }

    /** Files replaced and all hashes made right; signed by another key, or by none. */
    private byte[] forged(Map<String, byte[]> replaced, KeyPair key) throws GeneralSecurityException {
        TreeMap<String, byte[]> changed = new TreeMap<>(files);
        changed.putAll(replaced);
        String manifest = text(DossierFiles.MANIFEST);
        if (key != null) {
            String ours = DossierCheck.check(dossier, null).key();
            String encoded = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
            changed.put(
                    DossierFiles.KEYS,
                    bytes("[{\"publicKey\":\"" + encoded
                            + "\",\"handover\":null,\"signedByBefore\":null,\"signedByThis\":null}]"));
            manifest = manifest.replace(ours, Sha256.hex(key.getPublic().getEncoded()));
        }
        for (Map.Entry<String, byte[]> file : changed.entrySet()) {
            byte[] before = files.get(file.getKey());
            manifest = manifest.replace(Sha256.hex(before), Sha256.hex(file.getValue()));
        }
        changed.put(DossierFiles.MANIFEST, bytes(manifest));
        if (key != null) {
            Signature signing = Signature.getInstance("Ed25519");
            signing.initSign(key.getPrivate());
            signing.update(bytes(manifest));
            changed.put(DossierFiles.SIGNATURE, bytes(Base64.getEncoder().encodeToString(signing.sign())));
        }
        return Archive.write(changed);
    }

    private String text(String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private int localSize(int at) {
        ByteBuffer header = ByteBuffer.wrap(dossier).order(ByteOrder.LITTLE_ENDIAN);
        return 30 + header.getShort(at + 26) + header.getInt(at + 18);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static TreeMap<String, byte[]> unpack(byte[] archive) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
