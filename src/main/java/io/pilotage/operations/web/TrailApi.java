package io.pilotage.operations.web;

import io.pilotage.audit.Erasure;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.TrailChecks;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.ActingRole;
import io.pilotage.operations.PersonErasure;
import io.pilotage.workflow.FieldsRefused;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** For programs: have the trail checked, read the results, and erase a person in two steps. */
@RestController
@RequestMapping("/api/operations")
class TrailApi {

    private static final int MOST = 50;

    private final TrailChecks checks;
    private final PersonErasure erasure;

    TrailApi(TrailChecks checks, PersonErasure erasure) {
        this.checks = checks;
        this.erasure = erasure;
    }

    /** The result of a check, as its entry holds it. @param result entries, chains, checkpoints, problems, findings */
    record Check(Instant at, String actor, Map<String, Object> result) {}

    /**
     * Who is to be erased and why.
     *
     * @param names other ways in which texts name the person
     * @param values what the first step counted; left out in the first step
     */
    record Wanted(
            @Nullable String person,
            @Nullable List<String> names,
            @Nullable String reason,
            @Nullable Integer values) {}

    /** The results of the last checks, the newest first. */
    @GetMapping("/checks")
    List<Check> checks() {
        return checks.latest(MOST).stream()
                .map(RecordedEntry::entry)
                .map(TrailApi::check)
                .toList();
    }

    /** Lets a check begin where none is under way; its result is the next one in the list. */
    @PostMapping("/checks")
    ResponseEntity<Void> begin(Authentication reader) {
        checks.start(reader.getName(), ActingRole.of(reader));
        return ResponseEntity.accepted()
                .location(URI.create("/api/operations/checks"))
                .build();
    }

    /** The first step: how many values in how many chains would go. */
    @PostMapping("/erasures/intended")
    Erasure.Erased intend(@RequestBody Wanted wanted) {
        return erasure.intend(text(wanted.person()), names(wanted), text(wanted.reason()));
    }

    /** The second step: they go. 409 when the trail holds something else of the person than the first step said. */
    @PostMapping("/erasures")
    Erasure.Erased erase(@RequestBody Wanted wanted, Authentication actor) {
        if (wanted.values() == null) {
            throw FieldsRefused.of("values", "site.input.missing", "values");
        }
        return erasure.erase(
                text(wanted.person()), names(wanted), text(wanted.reason()), wanted.values(), actor.getName());
    }

    private static Check check(TrailEntry entry) {
        return new Check(entry.at(), entry.actor(), entry.details());
    }

    private static List<String> names(Wanted wanted) {
        List<String> names = Objects.requireNonNullElse(wanted.names(), List.of());
        if (names.stream().anyMatch(Objects::isNull)) {
            throw FieldsRefused.of("names", "site.input.text", "names");
        }
        return names;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
