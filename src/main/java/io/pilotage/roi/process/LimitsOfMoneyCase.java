package io.pilotage.roi.process;

import io.pilotage.pilot.defence.LimitWatch;
import io.pilotage.pilot.defence.SealedTerms;
import io.pilotage.pilot.defence.Terms;
import io.pilotage.pilot.defence.WatchedLimit.Agreement;
import io.pilotage.roi.KillCriterion;
import io.pilotage.roi.MoneyCaseSigned;
import io.pilotage.roi.SealedMoneyCase;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Has the limits of a money case watched as soon as it is signed, and says what they are by their seal. */
@Component
class LimitsOfMoneyCase implements SealedTerms {

    private final LimitWatch limits;
    private final SealedMoneyCase sealed;

    LimitsOfMoneyCase(LimitWatch limits, SealedMoneyCase sealed) {
        this.limits = limits;
        this.sealed = sealed;
    }

    @Override
    public List<Terms> of(String pilotKey, Agreement agreement) {
        return agreement == Agreement.MONEY_CASE
                ? sealed.criteriaOf(pilotKey).stream().map(KillCriterion::terms).toList()
                : List.of();
    }

    @EventListener
    void on(MoneyCaseSigned signed) {
        limits.watch(
                signed.pilotKey(),
                Agreement.MONEY_CASE,
                signed.criteria().stream().map(KillCriterion::terms).toList());
    }
}
