package io.pilotage.governance;

import io.pilotage.seal.SealedContent;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Column;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** What a pilot may do by itself, action by action (R30, R38): set by one person, signed by another. */
@Table("autonomy_boundary")
public class AutonomyBoundary {

    /** Levels of autonomy, the least first. */
    private static final List<String> LEVELS = List.of("advises", "actsWithApproval", "actsAlone");

    @Id
    private final String pilotKey;

    private int edition;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable Stopping stopping;

    private @Nullable String noActionReason;

    @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
    private List<BoundaryAction> actions;

    private @Nullable String setBy;
    private @Nullable Instant setAt;
    private @Nullable String signedBy;
    private @Nullable Instant signedAt;
    private @Nullable String declinedReason;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    AutonomyBoundary(String pilotKey, int edition, List<BoundaryAction> actions) {
        this.pilotKey = pilotKey;
        this.edition = edition;
        this.actions = actions;
    }

    /** A boundary nobody has set yet. */
    static AutonomyBoundary of(String pilotKey) {
        return new AutonomyBoundary(pilotKey, 0, List.of());
    }

    /** Sets the actions; an earlier signature no longer counts. @throws Refused when it goes beyond the autonomy */
    void set(List<BoundaryAction> newActions, Stopping newStopping, @Nullable String autonomy, String by, Instant at) {
        guardAutonomy(newActions, autonomy);
        actions = newActions;
        stopping = newStopping;
        noActionReason = null;
        changed(by, at);
    }

    /** Says that there is nothing to bound, because the pilot takes no actions. */
    void setNothing(String reason, String by, Instant at) {
        actions = List.of();
        stopping = null;
        noActionReason = reason;
        changed(by, at);
    }

    /** Signs. @throws Refused when the signer set it, or when it goes beyond the autonomy answered by now */
    void sign(@Nullable String autonomy, String by, Instant at) {
        if (by.equals(setBy)) {
            throw new Refused("governance.boundary.ownBoundary");
        }
        if (autonomy == null && !isNothing()) {
            throw new Refused("governance.boundary.autonomyUnknown");
        }
        guardAutonomy(actions, autonomy);
        signedBy = by;
        signedAt = at;
        declinedReason = null;
    }

    /** Sends it back to whoever set it. */
    void decline(@Nullable String reason) {
        signedBy = null;
        signedAt = null;
        declinedReason = reason;
    }

    /** The one of two levels that lets a pilot do less; a level that is none of ours lets it only advise. */
    static String lesser(String one, String other) {
        return LEVELS.get(Math.max(0, Math.min(LEVELS.indexOf(one), LEVELS.indexOf(other))));
    }

    /** What two people agree on, as it is sealed. */
    SealedContent agreed() {
        SealedContent agreed = SealedContent.of(Map.of("actions", actions))
                .textsIn("actions", "name", "condition", "monitor", "fallback")
                .with("noActionReason", noActionReason)
                .texts("noActionReason");
        return stopping == null
                ? agreed
                : agreed.with(
                        "stopping",
                        SealedContent.of(stopping)
                                .words(setBy == null ? "" : setBy, "stopContact")
                                .texts("overrideProcedure", "stopProcedure"));
    }

    /** Whether two people agree on it. */
    public boolean isSigned() {
        return signedAt != null;
    }

    /** Whether it says that the pilot takes no actions. */
    public boolean isNothing() {
        return noActionReason != null;
    }

    private void changed(String by, Instant at) {
        edition++;
        setBy = by;
        setAt = at;
        signedBy = null;
        signedAt = null;
    }

    private static void guardAutonomy(List<BoundaryAction> actions, @Nullable String autonomy) {
        for (BoundaryAction action : actions) {
            boolean beyond = switch (action.mode()) {
                case "automate" -> autonomy != null && !autonomy.equals("actsAlone");
                case "approve" -> "advises".equals(autonomy);
                default -> false;
            };
            if (beyond) {
                throw new Refused("governance.boundary.beyondAutonomy", action.name());
            }
        }
    }

    /**
     * One action and what holds for it.
     *
     * @param mode {@code automate}, {@code approve} or {@code prohibit}
     */
    @Table("boundary_action")
    public record BoundaryAction(
            String name,
            String mode,
            @Column("under_condition") String condition,
            String monitor,
            String fallback) {}

    /** How a person overrides it and how it is stopped, and within how many minutes it stands still. */
    public record Stopping(
            String overrideProcedure, String stopProcedure, String stopContact, BigDecimal stopMinutes) {}

    public String pilotKey() {
        return pilotKey;
    }

    public int edition() {
        return edition;
    }

    public List<BoundaryAction> actions() {
        return actions;
    }

    public @Nullable Stopping stopping() {
        return stopping;
    }

    public @Nullable String noActionReason() {
        return noActionReason;
    }

    public @Nullable String setBy() {
        return setBy;
    }

    public @Nullable Instant setAt() {
        return setAt;
    }

    public @Nullable String signedBy() {
        return signedBy;
    }

    public @Nullable Instant signedAt() {
        return signedAt;
    }

    public @Nullable String declinedReason() {
        return declinedReason;
    }
}
