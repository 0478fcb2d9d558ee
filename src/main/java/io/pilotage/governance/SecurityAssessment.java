package io.pilotage.governance;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Threats, what was tried against the pilot, and the controls that hold it, three of them for agents at run time (R33).
 *
 * @param redTeamResult {@code held}, {@code heldWithPoints}, {@code broken} or {@code notTested}
 * @param toolPermissions tools an agent may use; null for what is no agent
 */
@Table("security_assessment")
public record SecurityAssessment(
        @Id String pilotKey,
        String threatModel,
        String redTeamScope,
        String redTeamResult,
        @Nullable LocalDate redTeamOn,
        String secrets,
        String sandbox,
        String privacyControls,
        String supplyChain,
        @Nullable String toolPermissions)
        implements Assessment {

    /** Whether somebody tried to break it and did not succeed (R104). */
    boolean heldInTheTest() {
        return redTeamResult.startsWith("held");
    }
}
