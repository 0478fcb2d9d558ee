package io.pilotage.verify;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A personal value that an entry only commits to, so that it can be erased without breaking the chain.
 *
 * @param field where in the entry it belongs, such as {@code actor} or {@code details/reason}
 * @param salt 32 hexadecimal digits of chance, so that nobody finds the value by trying
 */
public record PersonalValue(String field, String salt, String value) {

    /**
     * What the entry's content holds in place of the value: SHA-256 of salt and value, hexadecimal.
     *
     * @throws IllegalArgumentException when the salt is none, or the value cannot be written in UTF-8: two such values would
     *     have one commitment
     */
    public String commitment() {
        try {
            ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(value));
            return Sha256.hex(Sha256.bytes(salt), Arrays.copyOf(bytes.array(), bytes.limit()));
        } catch (CharacterCodingException wrong) {
            throw new IllegalArgumentException("the personal value '" + field + "' is no text", wrong);
        }
    }
}
