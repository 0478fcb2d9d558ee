package io.pilotage.table;

import io.pilotage.workflow.Refused;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks an XLSX file into nothing, to see that it is one and not bigger inside than a spreadsheet is. */
final class ZipGuard {

    private static final long MOST_BYTES = 400L << 20;
    private static final long HARMLESS = 8L << 20;
    private static final int MOST_TIMES = 100;
    private static final int MOST_ENTRIES = 2_000;

    private ZipGuard() {}

    /** @throws Refused when the file is a bomb, declares entities, or is no workbook */
    static void check(Path file) throws IOException {
        long packed = Files.size(file);
        long unpacked = 0;
        Set<String> names = new HashSet<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                    throw new Refused("portfolio.file.brokenWorkbook");
                }
                try (InputStream content = zip.getInputStream(entry)) {
                    unpacked = unpack(content, unpacked, packed);
                }
            }
        } catch (ZipException | EOFException | IllegalArgumentException broken) {
            throw new Refused("portfolio.file.brokenWorkbook");
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new Refused("portfolio.file.noWorkbook");
        }
    }

    private static long unpack(InputStream content, long before, long packed) throws IOException {
        byte[] part = new byte[1 << 16];
        long unpacked = before;
        int read = content.readNBytes(part, 0, part.length);
        if (declares(part, read)) {
            throw new Refused("portfolio.file.brokenWorkbook");
        }
        for (; read > 0; read = content.read(part)) {
            unpacked += read;
            if (unpacked > MOST_BYTES || unpacked > HARMLESS && unpacked / MOST_TIMES > packed) {
                throw new Refused("portfolio.file.bomb");
            }
        }
        return unpacked;
    }

    /** Whether a document type is declared; a workbook declares none, an attack by entities must. */
    private static boolean declares(byte[] part, int length) {
        byte[] head = Arrays.copyOf(part, Math.min(length, 4096));
        return new String(head, StandardCharsets.ISO_8859_1).replace("\0", "").contains("<!DOCTYPE");
    }
}
