package io.pilotage.dossier;

import io.pilotage.audit.ChainExport;
import io.pilotage.verify.Archive;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.DossierCheck;
import io.pilotage.verify.DossierFiles;
import io.pilotage.verify.Merkle;
import io.pilotage.verify.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What somebody can do to a dossier who has its tools: take it apart, and with the key write it anew. */
final class Forgery {

    private final byte[] dossier;
    private final TreeMap<String, byte[]> files;

    Forgery(byte[] dossier) throws IOException {
        this.dossier = dossier;
        this.files = unpack(dossier);
    }

    /** The files of the dossier, for somebody to change. */
    TreeMap<String, byte[]> files() {
        return files;
    }

    /** One file replaced or added, and the sums of the archive made right. */
    byte[] with(String name, byte[] content) {
        TreeMap<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, content);
        return Archive.write(changed);
    }

    /** Files replaced and all hashes made right; signed by another key, or by none. */
    byte[] forged(Map<String, byte[]> replaced, KeyPair key) throws GeneralSecurityException {
        String ours = DossierCheck.check(dossier, null).key();
        Map<String, byte[]> all = new TreeMap<>(replaced);
        UnaryOperator<String> rename = manifest -> manifest;
        if (key != null) {
            String encoded = Base64.getEncoder().encodeToString(key.getPublic().getEncoded());
            all.put(DossierFiles.KEYS, bytes("[" + publicKey(encoded) + "]"));
            rename = manifest ->
                    manifest.replace(ours, Sha256.hex(key.getPublic().getEncoded()));
        }
        TreeMap<String, byte[]> changed = replaced(all, rename);
        if (key != null) {
            String manifest = new String(changed.get(DossierFiles.MANIFEST), StandardCharsets.UTF_8);
            changed.put(DossierFiles.SIGNATURE, bytes(sign(key, manifest)));
        }
        return Archive.write(changed);
    }

    /** Files replaced, all hashes made right, and signed by whoever signs here. */
    byte[] signed(Map<String, byte[]> replaced, UnaryOperator<String> sign) {
        TreeMap<String, byte[]> changed = replaced(replaced, manifest -> manifest);
        String manifest = new String(changed.get(DossierFiles.MANIFEST), StandardCharsets.UTF_8);
        changed.put(DossierFiles.SIGNATURE, bytes(sign.apply(manifest)));
        return Archive.write(changed);
    }

    private TreeMap<String, byte[]> replaced(Map<String, byte[]> all, UnaryOperator<String> rename) {
        TreeMap<String, byte[]> changed = new TreeMap<>(files);
        changed.putAll(all);
        String manifest = rename.apply(text(DossierFiles.MANIFEST));
        for (Map.Entry<String, byte[]> file : changed.entrySet()) {
            manifest = manifest.replace(Sha256.hex(files.get(file.getKey())), Sha256.hex(file.getValue()));
        }
        changed.put(DossierFiles.MANIFEST, bytes(manifest));
        return changed;
    }

    static String sign(KeyPair key, String text) throws GeneralSecurityException {
        Signature signing = Signature.getInstance("Ed25519");
        signing.initSign(key.getPrivate());
        signing.update(bytes(text));
        return Base64.getEncoder().encodeToString(signing.sign());
    }

    /** A key that follows none, as it stands among the keys of a dossier. */
    static String publicKey(String encoded) {
        return "{\"publicKey\":\"" + encoded + "\",\"handover\":null,\"signedByBefore\":null,\"signedByThis\":null}";
    }

    String text(String name) {
        return text(files, name);
    }

    int entries() {
        return text(DossierFiles.TRAIL).split("\n").length;
    }

    /** Hash of the last entry. */
    String end() {
        return text(DossierFiles.TRAIL).split("\n")[entries() - 1].substring(0, 64);
    }

    /** Root of a tree that holds nothing but the last entry. */
    String rootOfTheEndAlone() {
        String caseKey = DossierCheck.check(dossier, null).caseKey();
        return HexFormat.of().formatHex(Merkle.leaf(caseKey, entries(), end()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static TreeMap<String, byte[]> unpack(byte[] archive) throws IOException {
        TreeMap<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /**
     * A dossier whose first entry says something else and whose hashes, tree and signatures are all right.
     *
     * @param key id of the product's key
     * @param sign signs with it
     */
    static byte[] writtenAnew(byte[] dossier, String caseKey, String key, UnaryOperator<String> sign)
            throws IOException {
        TreeMap<String, byte[]> files = unpack(dossier);
        TreeMap<String, byte[]> before = new TreeMap<>(files);
        StringBuilder trail = new StringBuilder();
        String previous = ChainEntry.GENESIS;
        int number = 0;
        for (String line : text(files, DossierFiles.TRAIL).split("\n")) {
            String content =
                    line.substring(65).replaceFirst("(.*)\"previous\":\"\\w+\"", "$1\"previous\":\"" + previous + "\"");
            String forged = number == 0 ? content.replaceFirst("\"at\":\"20", "\"at\":\"19") : content;
            previous = Sha256.hex(forged);
            trail.append(previous).append(' ').append(forged).append('\n');
            number++;
        }
        String root = HexFormat.of().formatHex(Merkle.leaf(caseKey, number, previous));
        String checkpoint = ChainExport.canonical(Map.of(
                "number",
                1,
                "at",
                "2026-01-01T00:00:00Z",
                "size",
                1,
                "root",
                root,
                "previous",
                ChainEntry.GENESIS,
                "key",
                key));
        put(files, DossierFiles.TRAIL, trail.toString());
        put(
                files,
                DossierFiles.PROOFS,
                "[{\"hash\":\"%s\",\"index\":0,\"number\":%d,\"path\":[]}]".formatted(previous, number));
        put(
                files,
                DossierFiles.CHECKPOINT,
                ChainExport.canonical(Map.of("content", checkpoint, "signature", sign.apply(checkpoint))));
        String manifest = text(files, DossierFiles.MANIFEST);
        for (String name : files.keySet()) {
            manifest = manifest.replace(Sha256.hex(text(before, name)), Sha256.hex(text(files, name)));
        }
        put(files, DossierFiles.MANIFEST, manifest);
        put(files, DossierFiles.SIGNATURE, sign.apply(manifest));
        return Archive.write(files);
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(files.get(name), StandardCharsets.UTF_8);
    }

    private static void put(Map<String, byte[]> files, String name, String text) {
        files.put(name, bytes(text));
    }
}
