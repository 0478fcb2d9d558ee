package io.pilotage.governance;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Something a review found that must change, with one person who closes it and a date.
 *
 * @param severity {@code low} to {@code critical}; a critical one keeps gate G3 shut while it is open
 * @param closedAt when it was closed; null while it is open
 */
@Table("finding")
public record Finding(
        String statement,
        String severity,
        String owner,
        LocalDate due,
        Instant raisedAt,
        @Nullable Instant closedAt) {

    /** Whether nobody has closed it yet. */
    public boolean isOpen() {
        return closedAt == null;
    }

    /** Whether it keeps the gate shut. */
    public boolean stops() {
        return isOpen() && severity.equals("critical");
    }

    Finding closed(Instant at) {
        return isOpen() ? new Finding(statement, severity, owner, due, raisedAt, at) : this;
    }
}
