package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.ChainExport;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.verify.Archive;
import io.pilotage.verify.DossierCheck;
import io.pilotage.verify.DossierFiles;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a forger who may repack the archive as they like can do to a real dossier, and what the verifier then names. */
@PilotageTest
class HostileDossierTests {

    private static final Logger LOG = LoggerFactory.getLogger(HostileDossierTests.class);
    private static final boolean WHOLE = Integer.getInteger("pilotage.rounds", 1) > 1;
    private static final int CHANGES_PER_FILE = WHOLE ? 200 : 12;
    private static final int CHANGED_BYTES = WHOLE ? 10_000 : 1_000;

    @Autowired
    Cases cases;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ChainExport chains;

    private final long seed = System.nanoTime();
    private final Random chance = new Random(seed);
    private byte[] dossier = {};
    private TreeMap<String, byte[]> files = new TreeMap<>();
    private Forgery forgery;

    @BeforeEach
    void packADossier() throws IOException {
        String pilot = cases.propose(Cases.LOW, Map.of());
        cases.complete(pilot, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        dossier = dossiers.pack(pilot, "audit-read");
        forgery = new Forgery(dossier);
        files = forgery.files();
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
                List<String> findings = findings(forgery.with(name, changed));
                assertThat(findings).as("seed %d, %s byte %d", seed, name, at).isNotEmpty();
                if (!name.startsWith("manifest")) {
                    assertThat(findings).anyMatch(finding -> finding.startsWith(name));
                }
            }
        });
    }

    /** Each byte of a dossier whose documents, verifier and models are short ones: as it is, and with the sums made right. */
    @Test
    @EnabledIfSystemProperty(named = "pilotage.rounds", matches = "[2-9]|\\d{2,}")
    void everyByteOfAWholeDossierIsCovered() throws GeneralSecurityException, IOException {
        TreeMap<String, byte[]> slim = new TreeMap<>();
        files.keySet().stream()
                .filter(name ->
                        name.endsWith(".pdf") || name.endsWith(".jar") || name.matches("(models|forms|tables)/.*"))
                .forEach(name -> slim.put(name, bytes("instead of " + name)));
        dossier = forgery.signed(slim, chains::sign);
        forgery = new Forgery(dossier);
        files = forgery.files();
        assertThat(findings(dossier)).isEmpty();
        for (int at = 0; at < dossier.length; at++) {
            byte[] changed = dossier.clone();
            changed[at] ^= (byte) (1 << chance.nextInt(8));
            assertThat(findings(changed)).as("seed %d, byte %d", seed, at).isNotEmpty();
        }
        int within = 0;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            for (int at = 0; at < file.getValue().length; at++) {
                byte[] changed = file.getValue().clone();
                changed[at] ^= (byte) (1 << chance.nextInt(8));
                assertThat(findings(forgery.with(file.getKey(), changed)))
                        .as("seed %d, %s byte %d", seed, file.getKey(), at)
                        .isNotEmpty();
                within++;
            }
        }
        LOG.warn(
                "TAMPERING a dossier of {} bytes: each byte changed, {} of them also with its sums right",
                dossier.length,
                within);
    }

    /** The signature is the one file that no hash covers. */
    @Test
    void everyOtherSpellingOfTheSignatureIsFound() {
        byte[] signature = files.get(DossierFiles.SIGNATURE);
        for (int at = 0; at < signature.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = signature.clone();
                changed[at] ^= (byte) (1 << bit);
                assertThat(findings(forgery.with(DossierFiles.SIGNATURE, changed)))
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
        assertThat(findings(forgery.with("data/more.json", bytes("{}"))))
                .containsExactly("data/more.json: the manifest does not know this file");
    }

    @Test
    void entriesThatWereSwappedCutOrInsertedAreNamed() throws Exception {
        List<String> lines =
                new ArrayList<>(Arrays.asList(forgery.text(DossierFiles.TRAIL).split("\n")));
        assertThat(lines).hasSizeGreaterThan(3);
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, 1, 2);
        assertThat(findings(forgery.forged(trail(swapped), null)))
                .anyMatch(finding -> finding.contains(" 2: the content belongs to"));
        assertThat(findings(forgery.forged(trail(lines.subList(0, lines.size() - 1)), null)))
                .anyMatch(finding -> finding.contains("no proof covers the last entry"));
        List<String> doubled = new ArrayList<>(lines);
        doubled.add(2, lines.get(1));
        assertThat(findings(forgery.forged(trail(doubled), null)))
                .anyMatch(finding -> finding.contains(" 3: the content belongs to"));
    }

    @Test
    void reSignedWithAForeignKeyIsRefusedAndTheKeyNamed() throws Exception {
        String ours = DossierCheck.check(dossier, null).key();
        KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        byte[] forged = forgery.forged(Map.of("data/case.json", bytes("{}")), foreign);
        assertThat(findings(forged)).anyMatch(finding -> finding.contains("the key " + ours + " is missing"));
        assertThat(DossierCheck.check(forged, ours).findings())
                .extracting(Finding::what)
                .anyMatch(what -> what.contains("foreign key") && what.contains(ours));
    }

    /** All hashes and the manifest's signature made right with our own key: the checkpoint alone still tells. */
    @Test
    void whatTheCheckpointDoesNotBearOutIsNamedAlthoughTheManifestIsSigned() throws Exception {
        String before = forgery.text(DossierFiles.CHECKPOINT);
        String signature = "\"signature\":\"" + forgery.text(DossierFiles.SIGNATURE);
        assertThat(signed(Map.of(
                        DossierFiles.CHECKPOINT, bytes(before.replaceFirst("\"signature\":\"[^\"]+", signature)))))
                .containsExactly("checkpoint.json: it is not signed by the key that it names");

        String checkpoint = ofTheEndAlone(chains.keyId(), "0".repeat(64));
        assertThat(signed(endAlone(checkpoint, chains.sign(checkpoint))))
                .singleElement()
                .asString()
                .endsWith(", entry " + forgery.entries() + ": its proof does not lead to the signed root");

        KeyPair foreign = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        String theirs = ofTheEndAlone(Sha256.hex(foreign.getPublic().getEncoded()), forgery.rootOfTheEndAlone());
        Map<String, byte[]> theirCheckpoint = new TreeMap<>(endAlone(theirs, Forgery.sign(foreign, theirs)));
        String key = Forgery.publicKey(
                Base64.getEncoder().encodeToString(foreign.getPublic().getEncoded()));
        theirCheckpoint.put(
                DossierFiles.KEYS, bytes(forgery.text(DossierFiles.KEYS).replaceFirst("\\[", "[" + key + ",")));
        assertThat(signed(theirCheckpoint))
                .containsExactly("checkpoint.json: its key and the key of the manifest are not of one line");
    }

    private List<String> signed(Map<String, byte[]> replaced) {
        return findings(forgery.signed(replaced, chains::sign));
    }

    private static String ofTheEndAlone(String key, String root) {
        return ChainExport.canonical(Map.of(
                "number", 1, "at", "2026-01-01T00:00:00Z", "size", 1, "root", root, "previous", root, "key", key));
    }

    /** A checkpoint over nothing but the last entry, and the proof for it. */
    private Map<String, byte[]> endAlone(String content, String signature) {
        return Map.of(
                DossierFiles.PROOFS,
                bytes("[{\"hash\":\"%s\",\"index\":0,\"number\":%d,\"path\":[]}]"
                        .formatted(forgery.end(), forgery.entries())),
                DossierFiles.CHECKPOINT,
                bytes(ChainExport.canonical(Map.of("content", content, "signature", signature))));
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

    private static Map<String, byte[]> trail(List<String> lines) {
        return Map.of(DossierFiles.TRAIL, bytes(String.join("\n", lines) + "\n"));
    }

    private int localSize(int at) {
        ByteBuffer header = ByteBuffer.wrap(dossier).order(ByteOrder.LITTLE_ENDIAN);
        return 30 + header.getShort(at + 26) + header.getInt(at + 18);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
