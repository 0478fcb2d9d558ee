package io.pilotage.roi;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A point under which somebody signed the money case; open after its day it revokes the signature.
 *
 * @param number by which people name it, from one on each case
 * @param severity {@code low}, {@code medium}, {@code high} or {@code critical}
 * @param inForce false while the gate has not opened with it
 */
@Table("roi_condition")
public record RoiCondition(
        @Id String id,
        String pilotKey,
        int number,
        String point,
        String severity,
        String owner,
        LocalDate due,
        String setBy,
        boolean inForce,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable String howClosed,
        @Nullable String proof,
        @Version @Nullable Integer version) {

    /** How a point was closed that the signers did not ask for again. */
    static final String SIGNED_ANEW = "signedAnew";

    static RoiCondition of(String pilotKey, int number, Finding finding, String by) {
        return new RoiCondition(
                UUID.randomUUID().toString(),
                pilotKey,
                number,
                finding.text(),
                finding.severity(),
                finding.owner(),
                finding.due(),
                by,
                false,
                null,
                null,
                null,
                null,
                null);
    }

    RoiCondition takingEffect() {
        return new RoiCondition(
                id, pilotKey, number, point, severity, owner, due, setBy, true, closedAt, closedBy, howClosed, proof,
                version);
    }

    /** @throws Refused when it is closed already */
    RoiCondition closed(String by, String how, @Nullable String link, Instant at) {
        if (!isOpen()) {
            throw new Refused("roi.condition.closed", number);
        }
        return new RoiCondition(
                id, pilotKey, number, point, severity, owner, due, setBy, inForce, at, by, how, link, version);
    }

    public boolean isOpen() {
        return inForce && closedAt == null;
    }

    boolean isOverdueOn(LocalDate today) {
        return isOpen() && due.isBefore(today);
    }

    /** What a signer wants changed, by whom and until when. */
    public record Finding(String text, String severity, LocalDate due, String owner) {}
}
