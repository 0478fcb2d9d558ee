package io.pilotage.roi;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Somebody accepted a decision contract by name. @param lastDay on which it holds; null when none was agreed */
public record DecisionContractAccepted(
        String pilotKey, @Nullable LocalDate lastDay) {}
