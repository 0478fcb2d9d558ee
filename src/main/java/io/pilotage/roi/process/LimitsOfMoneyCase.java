package io.pilotage.roi.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.roi.KillCriterion;
import io.pilotage.roi.MoneyCaseSigned;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the limits of a money case watched as soon as it is signed. */
@Component
class LimitsOfMoneyCase {

    private final LimitWatch limits;

    LimitsOfMoneyCase(LimitWatch limits) {
        this.limits = limits;
    }

    @EventListener
    void on(MoneyCaseSigned signed) {
        limits.watch(
                signed.pilotKey(),
                Agreement.MONEY_CASE,
                signed.criteria().stream().map(KillCriterion::terms).toList());
    }
}
