package io.pilotage.dossier;

import io.pilotage.audit.ChainExport;
import io.pilotage.dossier.Exports.Part;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Hands out the dossiers of an export as one archive, one after the other, so that any number needs little memory. */
@Component
public class Zipped {

    private final Exports exports;

    Zipped(Exports exports) {
        this.exports = exports;
    }

    /** Writes the dossiers, and before them {@code index.json} with the hash of each and what could not be made. */
    public void write(String export, OutputStream out) throws IOException {
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            TreeMap<String, String> index = new TreeMap<>();
            exports.parts(export)
                    .forEach(part -> index.put(
                            part.pilotKey(), Objects.requireNonNullElse(part.sha256(), "missing: " + part.problem())));
            put(archive, "index.json", ChainExport.canonical(index).getBytes(StandardCharsets.UTF_8));
            for (Part part : exports.parts(export)) {
                if (part.problem() == null) {
                    put(
                            archive,
                            "dossier-" + part.pilotKey() + ".zip",
                            unshrink(exports.content(export, part.position())));
                }
            }
        }
    }

    static byte[] shrink(byte[] archive) {
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(small)) {
            packing.write(archive);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return small.toByteArray();
    }

    private static byte[] unshrink(byte[] small) throws IOException {
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(small))) {
            return unpacking.readAllBytes();
        }
    }

    private static void put(ZipOutputStream archive, String name, byte[] content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        archive.write(content);
        archive.closeEntry();
    }
}
