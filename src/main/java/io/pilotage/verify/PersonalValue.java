package io.pilotage.verify;

import java.nio.charset.StandardCharsets;

/**
 * A personal value that an entry only commits to, so that it can be erased without breaking the chain.
 *
 * @param field where in the entry it belongs, such as {@code actor} or {@code details/reason}
 * @param salt 32 hexadecimal digits of chance, so that nobody finds the value by trying
 */
public record PersonalValue(String field, String salt, String value) {

    /** What the entry's content holds in place of the value: SHA-256 of salt and value, hexadecimal. */
    public String commitment() {
        return Sha256.hex(Sha256.bytes(salt), value.getBytes(StandardCharsets.UTF_8));
    }
}
