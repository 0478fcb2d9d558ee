package io.pilotage.portfolio.web;

import io.pilotage.portfolio.ImportManagement;
import io.pilotage.portfolio.ImportRun;
import io.pilotage.workflow.FieldsRefused;
import io.pilotage.workflow.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.web.servlet.MultipartProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/** Takes an uploaded file to the dry run and leaves nothing of it on the disk. */
@Component
class Uploads {

    private static final long REST_OF_THE_FORM = 1 << 20;

    private final ImportManagement imports;
    private final MultipartProperties limits;

    Uploads(ImportManagement imports, MultipartProperties limits) {
        this.imports = imports;
        this.limits = limits;
    }

    /** The most bytes a file may have. */
    long most() {
        return mostOfAll() - REST_OF_THE_FORM;
    }

    /** The most bytes a whole upload may have. */
    long mostOfAll() {
        return limits.getMaxRequestSize().toBytes();
    }

    /** @throws Refused when there is no file or it cannot be read */
    ImportRun check(@Nullable MultipartFile upload, String mapping, String person) {
        if (upload == null
                || upload.getOriginalFilename() == null
                || upload.getOriginalFilename().isBlank()) {
            throw FieldsRefused.of("file", "portfolio.file.none");
        }
        String name = name(upload.getOriginalFilename());
        if (name.length() > ImportRun.LONGEST_NAME) {
            throw FieldsRefused.of("file", "portfolio.file.nameTooLong", ImportRun.LONGEST_NAME);
        }
        try {
            Path file = Files.createTempFile("inventory", ".upload");
            try {
                upload.transferTo(file);
                return imports.check(name, file, mapping, person);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Some browsers send the whole path; only the name is anybody's business. */
    private static String name(String original) {
        String name = original.substring(Math.max(original.lastIndexOf('/'), original.lastIndexOf('\\')) + 1);
        return name.replaceAll("\\p{Cntrl}", "");
    }
}
