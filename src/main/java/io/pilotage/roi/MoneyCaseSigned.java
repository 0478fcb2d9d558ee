package io.pilotage.roi;

import java.time.Instant;
import java.util.List;

/** The money case of a pilot was signed: the figures and limits that count from now on. */
public record MoneyCaseSigned(
        String pilotKey,
        String sha256,
        SealedFigures figures,
        List<KillCriterion> criteria,
        List<String> signers,
        Instant at) {}
