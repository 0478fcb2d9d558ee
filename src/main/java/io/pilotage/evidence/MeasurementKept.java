package io.pilotage.evidence;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Rows on a named measure were kept.
 *
 * @param figure the rows as the mapping takes them together
 * @param on the last day they are about
 */
public record MeasurementKept(String pilotKey, String metric, BigDecimal figure, LocalDate on) {}
