package io.pilotage.table;

import io.pilotage.workflow.Refused;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Finds out how a text file is encoded: its byte-order mark says so, else it is UTF-8 if every byte fits, else
 * Windows-1252, in which spreadsheets write.
 */
record TextEncoding(Charset charset, int markLength) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** @throws Refused when the file holds bytes that no text holds */
    static TextEncoding of(Path file) throws IOException {
        byte[] head = head(file);
        if (begins(head, 0xEF, 0xBB, 0xBF)) {
            return new TextEncoding(StandardCharsets.UTF_8, 3);
        }
        if (begins(head, 0xFF, 0xFE)) {
            return new TextEncoding(StandardCharsets.UTF_16LE, 2);
        }
        if (begins(head, 0xFE, 0xFF)) {
            return new TextEncoding(StandardCharsets.UTF_16BE, 2);
        }
        return new TextEncoding(isUtf8(file) ? StandardCharsets.UTF_8 : WINDOWS, 0);
    }

    /** Opens the text behind the mark; what is no character at all becomes a replacement character. */
    BufferedReader open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file));
        in.skipNBytes(markLength);
        return new BufferedReader(new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    private static boolean isUtf8(Path file) throws IOException {
        try (Reader text = new InputStreamReader(
                new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8.newDecoder())) {
            char[] part = new char[8192];
            boolean binary = false;
            for (int read = text.read(part); read >= 0; read = text.read(part)) {
                for (int i = 0; i < read; i++) {
                    binary |= part[i] == 0;
                }
            }
            if (binary) {
                throw new Refused("portfolio.file.binary");
            }
            return true;
        } catch (CharacterCodingException notUtf8) {
            return false;
        }
    }

    static byte[] head(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(8);
        }
    }

    static boolean begins(byte[] head, int... wanted) {
        if (head.length < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if ((head[i] & 0xFF) != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
