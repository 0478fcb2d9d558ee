package io.pilotage.verify;

/** Names of the files of a dossier that the verifier reads; every other file is only held against its hash. */
public final class DossierFiles {

    /** Canonical JSON: {@code case}, {@code key}, and under {@code files} the SHA-256 of every other file. */
    public static final String MANIFEST = "manifest.json";

    /** Signature of the manifest, Base64. */
    public static final String SIGNATURE = "manifest.sig";

    /** The chain of the case: on each line the hash of an entry, a space, and the entry's canonical JSON. */
    public static final String TRAIL = "trail.txt";

    /** Personal values that entries commit to: an array of {@code number}, {@code field}, {@code salt}, {@code value}. */
    public static final String PERSONAL = "personal.json";

    /** The checkpoint that covers the case: {@code content} and {@code signature}. */
    public static final String CHECKPOINT = "checkpoint.json";

    /** How entries lead to its root: an array of {@code number}, {@code hash}, {@code index}, {@code path}. */
    public static final String PROOFS = "proofs.json";

    /** Public keys: an array of {@code publicKey}, {@code handover}, {@code signedByBefore}, {@code signedByThis}. */
    public static final String KEYS = "keys.json";

    private DossierFiles() {}
}
