package io.pilotage.dossier;

import io.pilotage.dossier.CaseReport.GateLine;
import io.pilotage.dossier.CaseReport.Line;
import io.pilotage.dossier.CaseReport.Missing;
import io.pilotage.pilot.Pilot;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a board reads of one case, in one language, with everything already in words.
 *
 * @param amount pilot budget in {@code currency}; null when none is stated
 */
record CaseSummary(
        String key,
        String title,
        @Nullable String unit,
        String phase,
        String tier,
        String status,
        String standing,
        boolean over,
        Instant asOf,
        String asOfWords,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        List<Line> proposal,
        List<Line> figures,
        List<GateLine> gates,
        List<Missing> gaps,
        List<String> absent) {

    static CaseSummary of(Pilot pilot, CaseReport report) {
        return new CaseSummary(
                report.key(),
                report.title(),
                pilot.proposal().businessUnit(),
                report.phase(),
                report.tier(),
                report.status(),
                report.standing(),
                report.over(),
                report.asOf(),
                report.asOfWords(),
                pilot.proposal().amount(),
                pilot.proposal().currency(),
                report.proposal(),
                report.figures(),
                report.gates(),
                report.gaps(),
                report.absent());
    }
}
