package io.pilotage.adoption;

import java.time.Instant;

/** A period was measured, and its figures say what they say. */
public record AdoptionJudged(Period period, Judgement judgement, PeriodFigures figures, Instant at) {}
