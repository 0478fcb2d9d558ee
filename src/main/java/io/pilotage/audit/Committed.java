package io.pilotage.audit;

import io.pilotage.verify.PersonalValue;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * A personal value together with the salt of its commitment, for a text whose hash must be known before the entry is
 * written, and so that a value that did not change reads the same in the next version of that text.
 *
 * @param salt 32 hexadecimal digits of chance
 */
public record Committed(Personal personal, String salt) {

    private static final SecureRandom CHANCE = new SecureRandom();

    /** The value under a salt that nobody knows yet. */
    public static Committed anew(Personal personal) {
        return new Committed(personal, chance());
    }

    /**
     * The canonical JSON (RFC 8785) that content becomes as a part of an entry's details.
     *
     * @param content texts, numbers, truth values, maps and lists of those; personal values only as {@code Committed}
     */
    public static String text(Map<String, ?> content) {
        return EntryContent.part(content);
    }

    /** A salt that nobody knows yet: 32 hexadecimal digits. */
    public static String chance() {
        byte[] salt = new byte[16];
        CHANCE.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    /** Half a character, which no database and no file can hold, becomes a question mark. */
    private static String whole(String value) {
        return new String(value.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    PersonalValue at(String field) {
        return new PersonalValue(field, salt, whole(personal.value()));
    }
}
