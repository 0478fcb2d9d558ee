package io.pilotage.rollout;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Production passes from the pilot owner to operations; both sign, so that no gap is left between them (R76). */
@Table("production_handover")
public class Handover {

    @Id
    private final String pilotKey;

    @Embedded(onEmpty = Embedded.OnEmpty.USE_EMPTY)
    private final HandoverTerms terms;

    @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
    private final List<Component> components;

    @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
    private final List<Difference> differences;

    private final String receiver;
    private final Instant receivedAt;
    private @Nullable String giver;
    private @Nullable Instant givenAt;
    private @Nullable String openPoints;
    private @Nullable String sentBack;
    private @Nullable String sentBackCode;

    @Version
    private @Nullable Integer version;

    Handover(
            String pilotKey,
            HandoverTerms terms,
            List<Component> components,
            List<Difference> differences,
            String receiver,
            Instant receivedAt) {
        this.pilotKey = pilotKey;
        this.terms = terms;
        this.components = List.copyOf(components);
        this.differences = List.copyOf(differences);
        this.receiver = receiver;
        this.receivedAt = receivedAt;
    }

    /** One part of the pilot that lives and is retired on its own (R43). */
    @Table("pilot_component")
    public record Component(String name, String kind, String owner) {}

    /**
     * What became of a difference between demo and production (R6), in the order in which they were named.
     *
     * @param state {@code closed} or {@code accepted}
     * @param acceptedBy who answers for it where it stays
     */
    @Table("handover_difference")
    public record Difference(String state, @Nullable String acceptedBy) {}

    /**
     * Signed by operations, which receives; an earlier handover that was sent back is replaced.
     *
     * @throws Refused when the rollback test lies in the future
     */
    static Handover receivedBy(
            String receiver,
            String pilotKey,
            HandoverTerms terms,
            List<Component> components,
            List<Difference> differences,
            Instant at,
            @Nullable Handover before) {
        if (terms.rollbackTestedOn()
                .isAfter(at.atZone(ZoneOffset.UTC).toLocalDate().plusDays(1))) {
            throw new Refused("rollout.handover.notTestedYet");
        }
        Handover handover = new Handover(pilotKey, terms, components, differences, receiver, at);
        handover.version = before == null ? null : before.version;
        return handover;
    }

    /** Signed by the pilot owner, who gives. @throws Refused when the same person has signed for operations */
    void givenBy(String person, @Nullable String stillOpen, Instant at) {
        if (person.equals(receiver)) {
            throw new Refused("rollout.handover.bothSidesOnePerson");
        }
        giver = person;
        givenAt = at;
        openPoints = stillOpen;
        sentBack = null;
        sentBackCode = null;
    }

    /** The pilot owner does not sign; operations is asked again. */
    void sendBack(@Nullable String reasonCode, @Nullable String reason) {
        giver = null;
        givenAt = null;
        sentBack = reason;
        sentBackCode = reasonCode;
    }

    public boolean isSignedByBoth() {
        return giver != null;
    }

    public HandoverTerms terms() {
        return terms;
    }

    public List<Component> components() {
        return components;
    }

    public List<Difference> differences() {
        return differences;
    }

    public String receiver() {
        return receiver;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public @Nullable String giver() {
        return giver;
    }

    public @Nullable Instant givenAt() {
        return givenAt;
    }

    public @Nullable String openPoints() {
        return openPoints;
    }

    /** Why it was sent back, or null. */
    public @Nullable String sentBack() {
        return sentBack;
    }

    public @Nullable String sentBackCode() {
        return sentBackCode;
    }

    String pilotKey() {
        return pilotKey;
    }
}
