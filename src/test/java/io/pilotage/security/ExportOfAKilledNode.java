package io.pilotage.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.dossier.Export.Progress;
import io.pilotage.dossier.ExportManagement;
import io.pilotage.dossier.ExportRunner;
import io.pilotage.dossier.Zipped;
import io.pilotage.testing.ApplicationProcess;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.TimeMachine;
import io.pilotage.verify.DossierCheck;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.awaitility.Awaitility;

/** A node that makes an export dies between two dossiers; the other node makes those that are left, and no one twice. */
final class ExportOfAKilledNode {

    private static final int PILOTS = 6;

    /** Longer than a pilot stays with the node that began it. */
    private static final Duration LONGER = Duration.ofMinutes(3);

    private final Cases cases;
    private final ExportManagement exports;
    private final ExportRunner runner;
    private final Zipped zipped;
    private final TimeMachine time;

    ExportOfAKilledNode(Cases cases, ExportManagement exports, ExportRunner runner, Zipped zipped, TimeMachine time) {
        this.cases = cases;
        this.exports = exports;
        this.runner = runner;
        this.zipped = zipped;
        this.time = time;
    }

    void dies(ApplicationProcess node) {
        String unit = "unit-" + UUID.randomUUID();
        Set<String> pilots = new HashSet<>();
        for (int pilot = 0; pilot < PILOTS; pilot++) {
            pilots.add(cases.propose(Cases.LOW, Map.of("businessUnit", unit)));
        }
        Caller.Answer asked =
                Caller.session(node.port(), "audit-read").form("/api/exports?kind=DOSSIERS&unit=" + unit, Map.of());
        assertThat(asked.status()).isEqualTo(201);
        String export = asked.location().substring("/api/exports/".length());
        until(() -> exports.progress(export).done() > 0);
        node.kill();
        Progress left = exports.progress(export);
        assertThat(left.done()).isBetween(1, PILOTS - 1);

        time.moveBy(LONGER);
        runner.start(export);
        until(() -> exports.get(export).isDone());
        assertThat(exports.progress(export)).isEqualTo(new Progress(PILOTS, PILOTS, 0));
        assertThat(passedIn(export)).isEqualTo(pilots);
    }

    /** The pilots whose dossiers are in the archive and pass the verifier. */
    private Set<String> passedIn(String export) {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        Set<String> passed = new HashSet<>();
        try {
            zipped.write(exports.fetch(export, "audit-read").id(), archive);
            ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive.toByteArray()));
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith("dossier-")) {
                    DossierCheck.Verdict verdict = DossierCheck.check(zip.readAllBytes(), null);
                    assertThat(verdict.findings()).isEmpty();
                    passed.add(verdict.caseKey());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return passed;
    }

    private static void until(java.util.concurrent.Callable<Boolean> done) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(50))
                .until(done);
    }
}
