package io.pilotage.verify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The one hash of the trail: SHA-256 (FIPS 180-4), as bytes or as lower-case hexadecimal text. */
public final class Sha256 {

    private static final HexFormat HEX = HexFormat.of();

    private Sha256() {}

    /** Hash of the parts, one behind the other. */
    public static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hash of the parts, 64 hexadecimal digits. */
    public static String hex(byte[]... parts) {
        return HEX.formatHex(of(parts));
    }

    /** Hash of the text in UTF-8, 64 hexadecimal digits. */
    public static String hex(String text) {
        return hex(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The bytes that a hexadecimal text stands for. @throws IllegalArgumentException when it is none */
    static byte[] bytes(String hex) {
        return HEX.parseHex(hex);
    }

    static String text(byte[] hash) {
        return HEX.formatHex(hash);
    }
}
