package io.pilotage.dossier;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.dossier.Export.Kind;
import io.pilotage.dossier.Export.Progress;
import io.pilotage.dossier.Export.State;
import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.portfolio.Portfolio;
import io.pilotage.portfolio.PortfolioFilter;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Exports over many pilots: ask for one, look how far it is, fetch it. Each is on the trail: asked for, made, fetched. */
@Service
@Transactional
public class ExportManagement {

    /** How long what was made is kept. */
    static final Duration KEPT = Duration.ofDays(7);

    private static final Set<Role> ROLES = Set.of(Role.PORTFOLIO_OFFICE, Role.GOVERNANCE_CHAIR, Role.AUDIT_READ);

    private final Exports exports;
    private final Portfolio portfolio;
    private final People people;
    private final Trail trail;
    private final Clock clock;

    ExportManagement(Exports exports, Portfolio portfolio, People people, Trail trail, Clock clock) {
        this.exports = exports;
        this.portfolio = portfolio;
        this.people = people;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether this person takes many pilots with them: the portfolio office, the governance chair and auditors do. */
    public boolean mayExport(String person) {
        return people.find(person)
                .filter(known -> ROLES.stream().anyMatch(known::holds))
                .isPresent();
    }

    /**
     * Notes which pilots are wanted; they are those of the filter now, whatever becomes of them later.
     *
     * @param language of the board pack: English or German
     * @throws Refused when the person may not, or when there are none or too many pilots
     */
    public Export ask(Kind kind, Locale language, PortfolioFilter filter, String person) {
        if (!mayExport(person)) {
            throw Refused.forbidden("dossier.export.notYours");
        }
        long count = portfolio.count(filter);
        if (count == 0) {
            throw new Refused("dossier.export.none");
        }
        if (count > kind.most()) {
            throw new Refused("dossier.export.tooMany", count, kind.most());
        }
        List<String> keys = new ArrayList<>();
        portfolio.each(filter, row -> keys.add(row.key()));
        Instant now = clock.instant();
        Export export = new Export(
                UUID.randomUUID().toString(),
                kind,
                language.getLanguage().equals(Locale.GERMAN.getLanguage()) ? Locale.GERMAN : Locale.ENGLISH,
                State.RUNNING,
                person,
                now,
                null);
        exports.add(export, keys);
        record(export, person, "exportAsked", Map.of("pilots", keys.size()));
        return export;
    }

    @Transactional(readOnly = true)
    public Optional<Export> find(String id) {
        return exports.find(id);
    }

    /** @throws Refused when there is no such export */
    @Transactional(readOnly = true)
    public Export get(String id) {
        return find(id).orElseThrow(() -> Refused.missing("dossier.export.unknown", id));
    }

    @Transactional(readOnly = true)
    public List<Export> latest() {
        return exports.latest(20);
    }

    @Transactional(readOnly = true)
    public Progress progress(String id) {
        return exports.progress(id);
    }

    /** Notes that somebody fetches it. @throws Refused when the person may not, or when it is not made yet */
    public Export fetch(String id, String person) {
        if (!mayExport(person)) {
            throw Refused.forbidden("dossier.export.notYours");
        }
        Export export = get(id);
        if (!export.isDone()) {
            throw Refused.conflict(export.isRunning() ? "dossier.export.running" : "dossier.export.notMade");
        }
        record(export, person, "exportFetched", Map.of());
        return export;
    }

    /** The board pack of an export that is done. */
    @Transactional(readOnly = true)
    public byte[] boardPack(String id) {
        return exports.content(id);
    }

    /** @return whether this call ended it */
    boolean end(Export export, byte[] content) {
        boolean ended = exports.end(export.id(), State.DONE, content.length == 0 ? null : content, clock.instant());
        if (ended) {
            Progress progress = exports.progress(export.id());
            record(
                    export,
                    export.askedBy(),
                    "exportMade",
                    Map.of(
                            "pilots",
                            progress.done(),
                            "failed",
                            progress.failed(),
                            "sha256",
                            content.length == 0 ? "" : Sha256.hex(content)));
        }
        return ended;
    }

    /** It cannot be made, and trying again would not help. */
    void giveUp(Export export) {
        if (exports.end(export.id(), State.FAILED, null, clock.instant())) {
            record(export, export.askedBy(), "exportNotMade", Map.of());
        }
    }

    /** What nobody fetched in a week is asked for again, and does not fill the database. */
    @Scheduled(cron = "${pilotage.dossier.forget-cron:0 20 3 * * *}")
    public void forget() {
        exports.forget(clock.instant().minus(KEPT));
    }

    private void record(Export export, String person, String kind, Map<String, Object> details) {
        trail.append(TrailEntry.of(Undertaking.EXPORT.chain(export.id()), clock.instant(), person, kind)
                .argument("export", export.id())
                .argument("exportKind", export.kind().name())
                .details(details)
                .build());
    }
}
