package io.pilotage.portfolio;

import io.pilotage.table.TableFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/** Fingerprints of cells: the same words give the same fingerprint, whatever their spacing and case. */
final class RowKey {

    private RowKey() {}

    static String of(List<String> cells) {
        MessageDigest digest = sha256();
        for (String cell : cells) {
            digest.update(TableFiles.even(cell).toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 24);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
