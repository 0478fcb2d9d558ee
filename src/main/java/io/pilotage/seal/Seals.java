package io.pilotage.seal;

import io.pilotage.audit.Committed;
import io.pilotage.audit.Personal;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.verify.Sha256;
import io.pilotage.workflow.Refused;
import io.pilotage.workflow.Word;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Freezes what was agreed beforehand and keeps every version of it. A seal and its entry in the chain of the case are
 * written in the caller's transaction: neither is there without the other.
 */
@Service
public class Seals {

    private final SealRows rows;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    Seals(SealRows rows, Trail trail, ApplicationEventPublisher events) {
        this.rows = rows;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Seals what is agreed now. Nothing is written when the last version says the same.
     *
     * @param by id of the person who seals, or the product's own
     * @param change who asked for it and why, when there is a version already
     * @return the version that counts from now on
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Seal seal(String pilotKey, SealKind kind, SealedContent agreed, String by, SealChange change, Instant at) {
        trail.hold(pilotKey);
        Seal before = rows.latest(pilotKey, kind).orElse(null);
        KnownSalts salts = KnownSalts.of(before == null ? List.of() : trail.personal(pilotKey, before.entryNumber()));
        Map<String, ?> content = salts.committed(agreed.fields());
        String text = Committed.text(content);
        String hash = Sha256.hex(text);
        if (before != null && (before.sha256().equals(hash) || saysTheSame(before, salts, agreed))) {
            return before;
        }
        int version = before == null ? 1 : before.version() + 1;
        Instant moment = at.truncatedTo(ChronoUnit.SECONDS);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("seal", kind.code());
        details.put("version", version);
        details.put("sha256", hash);
        details.put("content", content);
        if (before != null) {
            details.put("previous", before.sha256());
            details.put(
                    "requesters",
                    change.requesters().stream().map(Personal::person).toList());
            reason(change, by).ifPresent(reason -> details.put("reason", reason));
        }
        long entry = trail.append(TrailEntry.of(pilotKey, moment, by, "sealed")
                .argument("seal", kind.code())
                .argument("version", version)
                .details(details)
                .build());
        Seal sealed =
                new Seal(pilotKey, kind, version, text, hash, before == null ? null : before.sha256(), entry, moment);
        rows.add(sealed);
        events.publishEvent(new SealedAnew(pilotKey, kind, version, moment));
        return sealed;
    }

    /**
     * Notes under the last versions that persons signed them; kinds that were never sealed are left out.
     *
     * @param signers ids of the persons
     * @param meaning what the signature says, as a code of the messages {@code seal.meaning.*}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void sign(String pilotKey, Collection<SealKind> kinds, List<String> signers, String meaning, Instant at) {
        List<Seal> signed = kinds.stream()
                .map(kind -> rows.latest(pilotKey, kind))
                .flatMap(Optional::stream)
                .toList();
        if (signed.isEmpty()) {
            return;
        }
        String first = signers.isEmpty() ? TrailEntry.PRODUCT : signers.get(0);
        long entry = trail.append(TrailEntry.of(pilotKey, at, first, "sealSigned")
                .persons("signers", signers)
                .argument("meaning", meaning)
                .details(Map.of(
                        "seals",
                        signed.stream()
                                .map(seal -> Map.of(
                                        "seal", seal.kind().code(),
                                        "version", seal.version(),
                                        "sha256", seal.sha256()))
                                .toList()))
                .build());
        signed.forEach(seal -> rows.add(seal, entry, meaning, at.truncatedTo(ChronoUnit.SECONDS)));
    }

    /** The last version, signed or not. @throws Refused when its text was changed in the database */
    @Transactional(readOnly = true)
    public Optional<Seal> latest(String pilotKey, SealKind kind) {
        return rows.latest(pilotKey, kind).map(this::whole);
    }

    /**
     * The last version that was signed: the one that results are judged against.
     *
     * @throws Refused when its text was changed in the database: nothing is judged against that
     */
    @Transactional(readOnly = true)
    public Optional<Seal> signed(String pilotKey, SealKind kind) {
        return rows.signed(pilotKey, kind).map(this::whole);
    }

    /** All versions of all kinds of a case, whole or not. */
    @Transactional(readOnly = true)
    public List<Seal> of(String pilotKey) {
        return rows.of(pilotKey);
    }

    /** All signatures under seals of a case, oldest first within a version. */
    @Transactional(readOnly = true)
    public List<SealSignature> signatures(String pilotKey) {
        return rows.signatures(pilotKey);
    }

    /**
     * Whether the text is the one that was sealed. Whoever changes a text can change its hash as well, but not unseen the
     * entry that says the same.
     */
    @Transactional(readOnly = true)
    public boolean isAsSealed(Seal seal) {
        return seal.isWhole()
                && trail.entry(seal.pilotKey(), seal.entryNumber())
                        .map(recorded -> recorded.entry().details().get("sha256"))
                        .filter(seal.sha256()::equals)
                        .isPresent();
    }

    private static boolean saysTheSame(Seal before, KnownSalts salts, SealedContent agreed) {
        return before.sha256().equals(Sha256.hex(Committed.text(salts.withTextsInClear(agreed.fields()))));
    }

    private Seal whole(Seal seal) {
        if (!isAsSealed(seal)) {
            throw new Refused(
                    "seal.broken",
                    new Word("seal.kind." + seal.kind().code(), seal.kind().code()),
                    seal.version());
        }
        return seal;
    }

    /** The words of whoever asked, or else of whoever seals. */
    private static Optional<Personal> reason(SealChange change, String by) {
        @Nullable String reason = change.reason();
        String author = change.requesters().isEmpty() ? by : change.requesters().get(0);
        return reason == null || reason.isBlank()
                ? Optional.empty()
                : Optional.of(Personal.words(Objects.requireNonNull(reason), author));
    }
}
