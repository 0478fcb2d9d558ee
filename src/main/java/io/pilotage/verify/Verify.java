package io.pilotage.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The command: {@code java -jar pilotage-verify.jar dossier.zip [--key <id>] [--since <earlier dossier>]}; ends with 0 for
 * PASS, 1 for FAIL, 2 else.
 */
public final class Verify {

    private static final String USAGE = """
            Usage: java -jar pilotage-verify.jar dossier.zip [--key <id>] [--since <earlier dossier>]

            Says PASS when nothing in the dossier was changed since it was written, or FAIL and the file and entry.
            The id of the key is what the product's operator publishes; without it you learn which key signed, and
            have to ask the operator whether it is theirs. An earlier dossier of the same case that you kept shows
            whether all of it is still there: even the operator cannot change that unseen.""";

    private static final String KEY = "--key";
    private static final String SINCE = "--since";

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        boolean understood = arguments.length % 2 == 1
                && options.size() == arguments.length / 2
                && Set.of(KEY, SINCE).containsAll(options.keySet());
        if (!understood) {
            out.println(USAGE);
            return 2;
        }
        try {
            byte[] archive = read(arguments[0]);
            String since = options.get(SINCE);
            return judge(archive, options.get(KEY), since == null ? null : read(since), out);
        } catch (UncheckedIOException | OutOfMemoryError wrong) {
            out.println("FAIL  " + wrong.getMessage());
            return 2;
        }
    }

    private static byte[] read(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException | InvalidPathException wrong) {
            throw new UncheckedIOException(file + ": the file cannot be read", new IOException(wrong));
        }
    }

    private static int judge(byte[] archive, @Nullable String key, byte @Nullable [] since, PrintStream out) {
        String trusted = key;
        if (since != null) {
            DossierCheck.Verdict earlier = DossierCheck.check(since, key);
            if (!earlier.passed()) {
                out.println("FAIL  the earlier dossier: " + earlier.findings().get(0));
                return 1;
            }
            trusted = key == null ? earlier.key() : key;
        }
        DossierCheck.Verdict verdict = DossierCheck.check(archive, trusted);
        List<Finding> findings = new ArrayList<>(verdict.findings());
        if (findings.isEmpty() && since != null) {
            Findings continued = new Findings();
            new Continuation(continued).check(since, archive);
            findings.addAll(continued.list());
        }
        findings.forEach(finding -> out.println("FAIL  " + finding));
        verdict.remarks().forEach(remark -> out.println("NOTE  " + remark));
        if (!findings.isEmpty()) {
            return 1;
        }
        out.println("PASS  case " + verdict.caseKey() + ", " + verdict.entries() + " entries");
        out.println((key != null ? "Signed by the key you gave: " : "Signed by this key; ask whether it is theirs: ")
                + verdict.key());
        return 0;
    }
}
