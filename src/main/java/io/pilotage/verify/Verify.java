package io.pilotage.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The command: {@code java -jar pilotage-verify.jar dossier.zip [--key <id>]}; ends with 0 for PASS, 1 for FAIL, 2 else. */
public final class Verify {

    private static final String USAGE = """
            Usage: java -jar pilotage-verify.jar dossier.zip [--key <id>]

            Says PASS when nothing in the dossier was changed since it was written, or FAIL and the file and entry.
            The id of the key is what the product's operator publishes; without it you learn which key signed, and
            have to ask the operator whether it is theirs.""";

    private Verify() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    static int run(String[] arguments, PrintStream out) {
        boolean withKey = arguments.length == 3 && arguments[1].equals("--key");
        if (arguments.length != 1 && !withKey) {
            out.println(USAGE);
            return 2;
        }
        byte[] archive;
        try {
            archive = Files.readAllBytes(Path.of(arguments[0]));
        } catch (IOException | OutOfMemoryError wrong) {
            out.println("FAIL  " + arguments[0] + ": the file cannot be read");
            return 2;
        }
        return say(DossierCheck.check(archive, withKey ? arguments[2] : null), withKey, out);
    }

    private static int say(DossierCheck.Verdict verdict, boolean keyKnown, PrintStream out) {
        verdict.findings().forEach(finding -> out.println("FAIL  " + finding));
        verdict.remarks().forEach(remark -> out.println("NOTE  " + remark));
        if (!verdict.passed()) {
            return 1;
        }
        out.println("PASS  case " + verdict.caseKey() + ", " + verdict.entries() + " entries");
        out.println((keyKnown ? "Signed by the key you gave: " : "Signed by this key; ask whether it is theirs: ")
                + orNone(verdict.key()));
        return 0;
    }

    private static String orNone(@Nullable String key) {
        return key == null || key.isEmpty() ? "none" : key;
    }
}
