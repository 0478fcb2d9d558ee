package io.pilotage.verify;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Judges a dossier: its form, its files against the signed manifest, its chain, and the way to a signed checkpoint. */
public final class DossierCheck {

    private final Map<String, byte[]> files;
    private final Findings findings = new Findings();
    private final @Nullable String trusted;
    private String caseKey = "";
    private String key = "";
    private long entries;

    private DossierCheck(Map<String, byte[]> files, @Nullable String trusted) {
        this.files = files;
        this.trusted = trusted;
    }

    /**
     * What the check says.
     *
     * @param caseKey the case; empty when the manifest is not readable
     * @param key id of the key that signed
     */
    public record Verdict(String caseKey, String key, long entries, List<Finding> findings, List<Finding> remarks) {

        public boolean passed() {
            return findings.isEmpty();
        }
    }

    /** @param trusted id of a key that the reader knows to be the product's; null when the reader knows none */
    public static Verdict check(byte[] archive, @Nullable String trusted) {
        DossierCheck check;
        try {
            check = new DossierCheck(Archive.read(archive), trusted);
        } catch (IllegalArgumentException wrong) {
            return new Verdict(
                    "", "", 0, List.of(new Finding("archive", String.valueOf(wrong.getMessage()))), List.of());
        }
        if (check.step(DossierFiles.MANIFEST, check::manifest)
                && check.step(DossierFiles.KEYS, check::keys)
                && check.step(DossierFiles.TRAIL, check::trail)) {
            check.step(DossierFiles.PROOFS, check::proofs);
        }
        Findings findings = check.findings;
        return new Verdict(check.caseKey, check.key, check.entries, findings.list(), findings.remarks());
    }

    /** Whether the step could be done; what it found is among the findings. */
    private boolean step(String file, Runnable step) {
        try {
            step.run();
            return true;
        } catch (RuntimeException wrong) {
            findings.add(file, String.valueOf(wrong.getMessage()));
            return false;
        }
    }

    private void manifest() {
        Map<String, @Nullable Object> manifest = Json.object(text(DossierFiles.MANIFEST));
        caseKey = Json.text(manifest, "case");
        key = Json.text(manifest, "key");
        Map<String, @Nullable Object> hashes = Json.asObject(manifest.get("files"));
        files.forEach((name, content) -> {
            boolean own = name.equals(DossierFiles.MANIFEST) || name.equals(DossierFiles.SIGNATURE);
            if (!own && hashes.get(name) == null) {
                findings.add(name, "the manifest does not know this file");
            } else if (!own && !Sha256.hex(content).equals(hashes.get(name))) {
                findings.add(name, "the file is not the one that the manifest was signed for");
            }
        });
        hashes.keySet().stream()
                .filter(name -> !files.containsKey(name))
                .forEach(name -> findings.add(name, "the file is missing"));
    }

    private void keys() {
        KeyRing ring = ring();
        AuditKey signer = signer(ring, key);
        if (!signer.signed(text(DossierFiles.MANIFEST), text(DossierFiles.SIGNATURE))) {
            findings.add(DossierFiles.SIGNATURE, "the manifest is not signed by the key that it names");
        }
        if (trusted != null && !ring.areOfOneLine(trusted, key)) {
            findings.add(DossierFiles.SIGNATURE, "signed by a foreign key, " + key + "; expected was " + trusted);
        }
    }

    private void trail() {
        List<ChainEntry> chain = new ArrayList<>();
        for (String line : text(DossierFiles.TRAIL).split("\n")) {
            int blank = line.indexOf(' ');
            if (blank != 64) {
                throw new IllegalArgumentException("line " + (chain.size() + 1) + " is no entry");
            }
            chain.add(new ChainEntry(caseKey, chain.size() + 1L, line.substring(blank + 1), line.substring(0, blank)));
        }
        Map<String, List<PersonalValue>> personal = new HashMap<>();
        for (Map<String, @Nullable Object> one : list(DossierFiles.PERSONAL)) {
            TrailCheck.add(
                    personal,
                    caseKey,
                    Json.number(one, "number"),
                    new PersonalValue(Json.text(one, "field"), Json.text(one, "salt"), Json.text(one, "value")));
        }
        Map<String, String> anchors = new HashMap<>();
        list(DossierFiles.PROOFS)
                .forEach(one ->
                        anchors.put(ChainEntry.place(caseKey, Json.number(one, "number")), Json.text(one, "hash")));
        if (!anchors.containsKey(chain.get(chain.size() - 1).place())) {
            findings.add(DossierFiles.PROOFS, "no proof covers the last entry, number " + chain.size());
        }
        TrailCheck check = new TrailCheck(findings);
        check.next(chain, personal, anchors, TrailCheck.nothing());
        check.end();
        entries = check.entries();
    }

    private void proofs() {
        Map<String, @Nullable Object> stored = Json.object(text(DossierFiles.CHECKPOINT));
        Checkpoint checkpoint = new Checkpoint(Json.text(stored, "content"), Json.text(stored, "signature"));
        Checkpoint.Statement stated = checkpoint.statement();
        KeyRing ring = ring();
        if (!signer(ring, stated.key()).signed(checkpoint.content(), checkpoint.signature())) {
            findings.add(DossierFiles.CHECKPOINT, "it is not signed by the key that it names");
        }
        if (!ring.areOfOneLine(stated.key(), key)) {
            findings.add(DossierFiles.CHECKPOINT, "its key and the key of the manifest are not of one line");
        }
        for (Map<String, @Nullable Object> proof : list(DossierFiles.PROOFS)) {
            long number = Json.number(proof, "number");
            List<byte[]> path = Json.asList(proof.get("path")).stream()
                    .map(hash -> Sha256.bytes(String.valueOf(hash)))
                    .toList();
            byte[] root = Merkle.rootFrom(
                    Json.number(proof, "index"),
                    stated.size(),
                    Merkle.leaf(caseKey, number, Json.text(proof, "hash")),
                    path);
            if (!Sha256.text(root).equals(stated.root())) {
                findings.add(ChainEntry.place(caseKey, number), "its proof does not lead to the signed root");
            }
        }
    }

    private KeyRing ring() {
        return new KeyRing(list(DossierFiles.KEYS).stream()
                .map(one -> new AuditKey(
                        Json.text(one, "publicKey"),
                        optional(one, "handover"),
                        optional(one, "signedByBefore"),
                        optional(one, "signedByThis")))
                .toList());
    }

    private static AuditKey signer(KeyRing ring, String id) {
        return ring.find(id).orElseThrow(() -> new IllegalArgumentException("the key " + id + " is missing"));
    }

    private static @Nullable String optional(Map<String, @Nullable Object> object, String name) {
        return object.get(name) == null ? null : Json.text(object, name);
    }

    private List<Map<String, @Nullable Object>> list(String file) {
        Function<Object, Map<String, @Nullable Object>> object = Json::asObject;
        return Json.asList(Json.read(text(file))).stream()
                .map(one -> object.apply(Objects.requireNonNull(one)))
                .toList();
    }

    private String text(String file) {
        byte[] content = files.get(file);
        if (content == null) {
            throw new IllegalArgumentException(file + " is missing");
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException(file + " is no text", wrong);
        }
    }
}
