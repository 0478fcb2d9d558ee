package io.pilotage.rollout;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What operations signs for.
 *
 * @param runbook address of the runbook
 * @param availability promised percent
 * @param responseMinutes until somebody reacts to a fault
 * @param costAlert amount a month in the pilot's currency above which somebody is told
 * @param retentionMonths months records are kept, six at least (AI Act, Art. 26(6))
 * @param rollbackTestedOn the day rolling back was last really done
 * @param rollbackMinutes how long it took then
 */
public record HandoverTerms(
        String runbook,
        String onCall,
        BigDecimal availability,
        int responseMinutes,
        boolean monitorsLive,
        BigDecimal costAlert,
        int retentionMonths,
        LocalDate rollbackTestedOn,
        int rollbackMinutes) {}
