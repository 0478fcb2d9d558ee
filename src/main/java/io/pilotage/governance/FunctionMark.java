package io.pilotage.governance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something that counts against a function on its scorecard.
 *
 * @param kind {@link #LATE_QUESTION} (R108, R115) or {@link #SILENCE}
 * @param roleGroup the function it counts against
 * @param note the question that came late; null for silence
 * @param notedBy who raised the question, or the product itself
 */
@Table("function_mark")
public record FunctionMark(
        @Id String id,
        String pilotKey,
        Branch branch,
        String roleGroup,
        String kind,
        @Nullable String note,
        String notedBy,
        Instant notedAt,
        @Version @Nullable Integer version) {

    /** A question first raised at the gate. */
    public static final String LATE_QUESTION = "lateQuestion";

    /** A review that nobody answered until the governance chair was told. */
    public static final String SILENCE = "silence";
}
