package io.pilotage.evidence.web;

import io.pilotage.evidence.ColumnMapping;
import io.pilotage.evidence.EvidenceFile;
import io.pilotage.evidence.EvidenceManagement;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes what somebody pasted or uploaded to the store and leaves nothing of it on the disk. */
@Component
class Brought {

    private final EvidenceManagement evidence;

    Brought(EvidenceManagement evidence) {
        this.evidence = evidence;
    }

    /** @throws Refused when neither a file nor a text came, or a row is wrong */
    EvidenceFile keep(ColumnMapping mapping, @Nullable MultipartFile file, @Nullable String pasted, String by) {
        boolean isFile = file != null && !file.isEmpty();
        if (!isFile && (pasted == null || pasted.isBlank())) {
            throw new Refused("portfolio.file.none");
        }
        try {
            Path copy = Files.createTempFile("evidence", ".rows");
            try {
                if (isFile && file != null) {
                    file.transferTo(copy);
                } else if (pasted != null) {
                    Files.writeString(copy, pasted, StandardCharsets.UTF_8);
                }
                return evidence.keep(mapping, isFile && file != null ? name(file) : "–", copy, by);
            } finally {
                Files.deleteIfExists(copy);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Some browsers send the whole path; only the name is anybody's business. */
    private static String name(MultipartFile file) {
        String original = String.valueOf(file.getOriginalFilename());
        String name = original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1)
                .replaceAll("\\p{Cntrl}", "");
        return name.substring(0, Math.min(name.length(), 200));
    }
}
