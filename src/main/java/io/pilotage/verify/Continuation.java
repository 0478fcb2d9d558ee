package io.pilotage.verify;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Holds a dossier against an earlier one of the same case that somebody kept. Whoever has the database and the key can
 * write everything anew and sign it; they cannot change what somebody else has.
 */
final class Continuation {

    private final Findings findings;

    Continuation(Findings findings) {
        this.findings = findings;
    }

    /**
     * Both have passed on their own.
     *
     * @throws IllegalArgumentException when one of them is no dossier
     */
    void check(byte[] earlier, byte[] later) {
        Map<String, byte[]> before = Archive.read(earlier);
        Map<String, byte[]> after = Archive.read(later);
        String caseKey = caseOf(after);
        if (!caseOf(before).equals(caseKey)) {
            findings.add(DossierFiles.MANIFEST, "the earlier dossier is of another case, " + caseOf(before));
            return;
        }
        entries(caseKey, lines(before), lines(after));
        Map<Long, Object> places = places(after);
        places(before).forEach((number, place) -> {
            if (!place.equals(places.get(number))) {
                findings.add(
                        ChainEntry.place(caseKey, number),
                        "the earlier dossier holds it in another place of the signed tree: the tree was built anew");
            }
        });
    }

    private void entries(String caseKey, String[] before, String[] after) {
        for (int i = 0; i < before.length; i++) {
            if (i >= after.length) {
                findings.add(
                        ChainEntry.place(caseKey, i + 1L), "the earlier dossier holds this entry, and it is missing");
                return;
            }
            if (!before[i].equals(after[i])) {
                findings.add(
                        ChainEntry.place(caseKey, i + 1L), "the earlier dossier holds another entry in this place");
                return;
            }
        }
    }

    /** By number of an entry in the tree: its hash and its position. */
    private static Map<Long, Object> places(Map<String, byte[]> files) {
        Map<Long, Object> places = new HashMap<>();
        for (Object one : Json.asList(Json.read(text(files, DossierFiles.PROOFS)))) {
            Map<String, @Nullable Object> proof = Json.asObject(one);
            places.put(Json.number(proof, "number"), List.of(Json.text(proof, "hash"), Json.number(proof, "index")));
        }
        return places;
    }

    private static String caseOf(Map<String, byte[]> files) {
        return Json.text(Json.object(text(files, DossierFiles.MANIFEST)), "case");
    }

    private static String[] lines(Map<String, byte[]> files) {
        return text(files, DossierFiles.TRAIL).split("\n");
    }

    private static String text(Map<String, byte[]> files, String name) {
        return new String(Objects.requireNonNull(files.get(name), name), StandardCharsets.UTF_8);
    }
}
