package io.pilotage.evidence.web;

import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what somebody pasted or uploaded to the store and leaves nothing of it on the disk. */
@Component
class Brought {

    private static final int LONGEST_NAME = 200;

    private final EvidenceManagement evidence;

    Brought(EvidenceManagement evidence) {
        this.evidence = evidence;
    }

    /** @throws Refused when neither a file nor a text came, or a row is wrong */
    EvidenceFile keep(ColumnMapping mapping, @Nullable MultipartFile file, @Nullable String pasted, String by) {
        boolean isFile = file != null && !file.isEmpty();
        if (!isFile && (pasted == null || pasted.isBlank())) {
            throw FieldsRefused.of("file", "portfolio.file.none");
        }
        if (isFile && pasted != null && !pasted.isBlank()) {
            throw FieldsRefused.of("pasted", "evidence.both");
        }
        byte[] rows = isFile && file != null
                ? bytes(file)
                : Objects.toString(pasted, "").getBytes(StandardCharsets.UTF_8);
        return keep(mapping, isFile && file != null ? name(file) : "–", rows, by);
    }

    /** Keeps what a system sent: CSV or XLSX, told apart by what is in it. @throws Refused when a row is wrong */
    EvidenceFile keep(ColumnMapping mapping, String name, byte[] rows, String by) {
        try {
            Path copy = Files.createTempFile("evidence", ".rows");
            try {
                Files.write(copy, rows);
                return evidence.keep(mapping, name, copy, by);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Some browsers send the whole path; only the name is anybody's business. */
    private static String name(MultipartFile file) {
        String original = String.valueOf(file.getOriginalFilename());
        String name = original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        if (name.length() > LONGEST_NAME) {
            throw FieldsRefused.of("file", "portfolio.file.nameTooLong", LONGEST_NAME);
        }
        return name;
    }
}
