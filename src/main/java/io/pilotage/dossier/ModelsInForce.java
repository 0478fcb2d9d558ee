package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.ModelArchive;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Gathers the models, forms and tables that a case ran on, each in the versions that its entries name. */
@Component
class ModelsInForce {

    private final ModelArchive archive;

    ModelsInForce(ModelArchive archive) {
        this.archive = archive;
    }

    /** Files by name, such as {@code models/discovery-3.bpmn}; a version that was deleted is left out. */
    Map<String, byte[]> of(List<RecordedEntry> entries) {
        Map<String, byte[]> files = new TreeMap<>();
        entries.stream().map(RecordedEntry::entry).forEach(entry -> {
            entry.tables()
                    .forEach((table, version) -> add(
                            files, "tables/" + table + "-" + version + ".dmn", () -> archive.table(table, version)));
            String process = entry.processId();
            Integer version = entry.modelVersion();
            if (process != null && version != null) {
                add(files, "models/" + process + "-" + version + ".bpmn", () -> archive.model(process, version));
                form(entry, process, version, files);
            }
        });
        return files;
    }

    private void form(TrailEntry entry, String process, int version, Map<String, byte[]> files) {
        String form = entry.formId();
        String hash = entry.formVersion();
        if (form != null && hash != null) {
            // The name begins with the version that the entry names, and only that very form goes in.
            add(
                    files,
                    "forms/" + form + "-" + hash.substring(0, Math.min(12, hash.length())) + ".form",
                    () -> archive.form(form, process, version)
                            .filter(file -> Sha256.hex(file).equals(hash)));
        }
    }

    private static void add(
            Map<String, byte[]> files, String name, java.util.function.Supplier<java.util.Optional<byte[]>> file) {
        if (!files.containsKey(name)) {
            file.get().ifPresent(content -> files.put(name, content));
        }
    }
}
