package io.pilotage.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.Export.Kind;
import io.pilotage.portfolio.PortfolioFilter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks for exports of the pilots of one unit, makes them step by step, fetches and unpacks them. */
record ExportDrive(ExportManagement management, ExportStep step, Zipped zipped, JdbcClient jdbc, String unit) {

    PortfolioFilter ofUnit() {
        return PortfolioFilter.asked(Map.of("unit", unit));
    }

    Export ask(Kind kind) {
        return management.ask(kind, Locale.ENGLISH, ofUnit(), "audit-read");
    }

    void finish(Export export) {
        ExportStep.Next next = ExportStep.Next.STEP;
        while (next == ExportStep.Next.STEP) {
            next = step.step(export.id());
        }
        assertThat(management.get(export.id()).isDone()).isTrue();
    }

    /** The files in the archive by name. */
    Map<String, byte[]> fetched(Export export) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        zipped.write(management.fetch(export.id(), "audit-read").id(), archive);
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }

    /** How many entries of the trail of that kind name it. */
    long recorded(String kind, String about) {
        return jdbc.sql("select count(*) from trail_entry where kind = ? and content like ?")
                .params(kind, "%\"" + about + "\"%")
                .query(Long.class)
                .single();
    }
}
