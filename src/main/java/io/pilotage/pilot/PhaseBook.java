package io.pilotage.pilot;

import io.pilotage.audit.CasePhases;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the trail in which phase a case is; one look-up by key, and none where the process is a phase itself. */
@Component
class PhaseBook implements CasePhases {

    private final JdbcClient jdbc;

    PhaseBook(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public @Nullable String of(String pilotKey, @Nullable String process) {
        return Optional.ofNullable(process)
                .flatMap(Phase::ofProcess)
                .or(() -> jdbc.sql("select phase from pilot where pilot_key = ?")
                        .param(pilotKey)
                        .query(String.class)
                        .optional()
                        .map(Phase::valueOf))
                .map(Phase::process)
                .orElse(null);
    }
}
