package io.pilotage.dossier;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailEntry;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.ModelArchive;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Gathers the models, forms and tables that a case ran on, each in the versions that its entries name. */
@Component
class ModelsInForce {

    private final ModelArchive archive;

    ModelsInForce(ModelArchive archive) {
        this.archive = archive;
    }

    /**
     * What the entries name.
     *
     * @param files by name, such as {@code models/discovery-3.bpmn}
     * @param gone names of those that were deleted
     */
    record Found(Map<String, byte[]> files, List<String> gone) {}

    Found of(List<RecordedEntry> entries) {
        Map<String, Supplier<Optional<byte[]>>> named = new TreeMap<>();
        entries.stream().map(RecordedEntry::entry).forEach(entry -> name(entry, named));
        Map<String, byte[]> files = new TreeMap<>();
        TreeSet<String> gone = new TreeSet<>();
        named.forEach(
                (name, file) -> file.get().ifPresentOrElse(content -> files.put(name, content), () -> gone.add(name)));
        return new Found(files, List.copyOf(gone));
    }

    /** The name begins with the version that the entry names; empty when no form was answered. */
    static Optional<String> formFile(TrailEntry entry) {
        String form = entry.formId();
        String hash = entry.formVersion();
        return form == null || hash == null
                ? Optional.empty()
                : Optional.of("forms/" + form + "-" + hash.substring(0, Math.min(12, hash.length())) + ".form");
    }

    private void name(TrailEntry entry, Map<String, Supplier<Optional<byte[]>>> named) {
        entry.tables()
                .forEach((table, version) -> named.putIfAbsent(
                        "tables/" + table + "-" + version + ".dmn", () -> archive.table(table, version)));
        String process = entry.processId();
        Integer version = entry.modelVersion();
        if (process != null && version != null) {
            named.putIfAbsent("models/" + process + "-" + version + ".bpmn", () -> archive.model(process, version));
            // Only the very form that was answered goes in.
            formFile(entry)
                    .ifPresent(name -> named.putIfAbsent(
                            name,
                            () -> archive.form(String.valueOf(entry.formId()), process, version)
                                    .filter(file -> Sha256.hex(file).equals(entry.formVersion()))));
        }
    }
}
