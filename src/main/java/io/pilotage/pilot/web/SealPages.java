package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.seal.Approval;
import io.pilotage.seal.ApprovalFreeze;
import io.pilotage.seal.Seal;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealReading;
import io.pilotage.seal.SealSignature;
import io.pilotage.seal.SealedLine;
import io.pilotage.seal.Seals;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What was sealed on a case: every version of it, who sealed and signed, and two versions side by side. */
@Controller
@RequestMapping("/pilots/{key}/seals")
class SealPages {

    private final PilotManagement pilots;
    private final CaseReaders readers;
    private final Seals seals;
    private final SealReading reading;
    private final ApprovalFreeze approvals;
    private final SealWords sealWords;
    private final CaseWords words;
    private final Times times;

    SealPages(
            PilotManagement pilots,
            CaseReaders readers,
            Seals seals,
            SealReading reading,
            ApprovalFreeze approvals,
            SealWords sealWords,
            CaseWords words,
            Times times) {
        this.pilots = pilots;
        this.readers = readers;
        this.seals = seals;
        this.reading = reading;
        this.approvals = approvals;
        this.sealWords = sealWords;
        this.words = words;
        this.times = times;
    }

    /**
     * One version.
     *
     * @param broken whether its text is not the one that was sealed
     */
    record Version(
            int number,
            String at,
            String by,
            String hash,
            String requesters,
            String reason,
            List<String> signatures,
            boolean broken) {}

    /** All versions of one kind, the newest first. */
    record Kind(String code, String name, List<Version> versions) {}

    /** One approval. @param changed what changed materially since; empty while it counts */
    record Approved(String name, String at, String by, String hash, boolean stale, String changed) {}

    /** One field of two versions. */
    record Row(String field, String left, String right, boolean changed) {}

    @GetMapping
    String all(@PathVariable String key, Authentication reader, Model view) {
        Pilot pilot = admit(key, reader);
        List<Seal> sealed = seals.of(key);
        List<SealSignature> signatures = seals.signatures(key);
        view.addAttribute("key", key);
        view.addAttribute("title", pilot.proposal().title());
        view.addAttribute(
                "kinds",
                Arrays.stream(SealKind.values())
                        .map(kind -> new Kind(
                                kind.code(),
                                name(kind),
                                sealed.stream()
                                        .filter(seal -> seal.kind() == kind)
                                        .sorted((one, other) -> other.version() - one.version())
                                        .map(seal -> version(pilot, seal, signatures))
                                        .toList()))
                        .toList());
        view.addAttribute(
                "approvals",
                approvals.of(key).stream()
                        .map(approval -> approved(pilot, approval))
                        .toList());
        return "pilot/seals";
    }

    /**
     * Two versions side by side, what changed first; without numbers the last one and the one before it.
     *
     * @param left number of a version; the same as {@code right} shows one alone
     */
    @GetMapping("/{code}")
    String compare(
            @PathVariable String key,
            @PathVariable String code,
            @RequestParam(defaultValue = "0") int left,
            @RequestParam(defaultValue = "0") int right,
            Authentication reader,
            Model view) {
        Pilot pilot = admit(key, reader);
        SealKind kind = SealKind.ofCode(code).orElseThrow(SealPages::notThere);
        List<Seal> versions =
                seals.of(key).stream().filter(seal -> seal.kind() == kind).toList();
        Seal after = version(versions, right == 0 ? versions.size() : right);
        Seal before = version(versions, left == 0 ? Math.max(1, after.version() - 1) : left);
        List<SealSignature> signatures = seals.signatures(key);
        view.addAttribute("key", key);
        view.addAttribute("title", pilot.proposal().title());
        view.addAttribute("code", code);
        view.addAttribute("name", name(kind));
        view.addAttribute("numbers", versions.stream().map(Seal::version).toList());
        view.addAttribute("left", version(pilot, before, signatures));
        view.addAttribute("right", version(pilot, after, signatures));
        view.addAttribute("criteria", kind == SealKind.EVALUATION_PLAN ? criteria(reading.lines(after)) : 0);
        view.addAttribute(
                "rows",
                reading.compare(before, after).stream()
                        .sorted(Comparator.comparing(pair -> !pair.changed()))
                        .map(pair -> new Row(
                                sealWords.field(pair.way()),
                                sealWords.value(pair.left()),
                                sealWords.value(pair.right()),
                                pair.changed()))
                        .toList());
        return "pilot/seal";
    }

    private Approved approved(Pilot pilot, Approval approval) {
        return new Approved(
                words.say("seal.approval." + approval.approval()),
                times.moment(pilot, approval.at()),
                words.person(reading.actor(pilot.key(), approval.entryNumber())),
                approval.sha256(),
                approval.isStale(),
                String.join(
                        ", ",
                        approval.changed().stream()
                                .map(field -> sealWords.objectField(field))
                                .toList()));
    }

    private Pilot admit(String key, Authentication reader) {
        readers.admit(reader);
        return pilots.find(key).orElseThrow(() -> new UnknownPilot(key));
    }

    private Version version(Pilot pilot, Seal seal, List<SealSignature> signatures) {
        SealReading.Origin origin = reading.origin(seal);
        return new Version(
                seal.version(),
                times.moment(pilot, seal.sealedAt()),
                words.person(origin.by()),
                seal.sha256(),
                String.join(
                        ", ", origin.requesters().stream().map(words::person).toList()),
                origin.reason(),
                signatures.stream()
                        .filter(signature -> signature.kind() == seal.kind() && signature.version() == seal.version())
                        .map(signature -> words.say(
                                "seal.signature",
                                String.join(
                                        ", ",
                                        reading.signers(signature).stream()
                                                .map(words::person)
                                                .toList()),
                                times.moment(pilot, signature.signedAt()),
                                words.say("seal.meaning." + signature.meaning())))
                        .toList(),
                !seals.isAsSealed(seal));
    }

    /** How many criteria a plan has: each can be handed out as a manifest. */
    private static long criteria(List<SealedLine> lines) {
        return lines.stream()
                .map(SealedLine::way)
                .filter(way -> way.get(0).equals("criteria"))
                .map(way -> way.get(1))
                .distinct()
                .count();
    }

    private String name(SealKind kind) {
        return words.say("seal.kind." + kind.code());
    }

    private static Seal version(List<Seal> versions, int number) {
        return versions.stream()
                .filter(seal -> seal.version() == number)
                .findFirst()
                .orElseThrow(SealPages::notThere);
    }

    private static ResponseStatusException notThere() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
