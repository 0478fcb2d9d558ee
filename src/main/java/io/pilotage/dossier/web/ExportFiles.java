package io.pilotage.dossier.web;

import io.pilotage.dossier.Export;
import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.ExportManagement;
import io.pilotage.dossier.Zipped;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends what an export made. */
@Component
class ExportFiles {

    private final ExportManagement exports;
    private final Zipped zipped;

    ExportFiles(ExportManagement exports, Zipped zipped) {
        this.exports = exports;
        this.zipped = zipped;
    }

    void write(Export export, HttpServletResponse response) throws IOException {
        LocalDate day = export.askedAt().atZone(ZoneOffset.UTC).toLocalDate();
        if (export.kind() == Kind.BOARD_PACK) {
            describe(response, "application/pdf", "board-pack-" + day + ".pdf");
            response.getOutputStream().write(exports.boardPack(export.id()));
        } else {
            describe(response, "application/zip", "dossiers-" + day + ".zip");
            zipped.write(export.id(), response.getOutputStream());
        }
    }

    private static void describe(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
