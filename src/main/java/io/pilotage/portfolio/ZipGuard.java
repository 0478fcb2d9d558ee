package io.pilotage.portfolio;

import io.pilotage.workflow.Refused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

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
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName()) || names.size() > MOST_ENTRIES) {
                    throw new Refused("portfolio.file.brokenWorkbook");
                }
                unpacked = unpack(zip, unpacked, packed);
            }
        } catch (ZipException | IllegalArgumentException broken) {
            throw new Refused("portfolio.file.brokenWorkbook");
        }
        if (!names.contains("xl/workbook.xml")) {
            throw new Refused("portfolio.file.noWorkbook");
        }
    }

    private static long unpack(ZipInputStream zip, long before, long packed) throws IOException {
        byte[] part = new byte[1 << 16];
        long unpacked = before;
        int read = zip.readNBytes(part, 0, part.length);
        if (declares(part, read)) {
            throw new Refused("portfolio.file.brokenWorkbook");
        }
        for (; read > 0; read = zip.read(part)) {
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
