package io.pilotage.pilot;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Every required signer has spoken at a gate, and the strictest outcome holds. */
public record GateDecided(
        String pilotKey,
        Gate gate,
        GateOutcome outcome,
        List<String> signers,
        @Nullable String reason,
        Instant at) {}
