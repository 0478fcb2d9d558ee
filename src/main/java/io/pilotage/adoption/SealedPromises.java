package io.pilotage.adoption;

import io.pilotage.roi.MoneyCaseSigned;
import io.pilotage.roi.SealedFigures;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes over what a money case promises in the moment it is signed, so that results are held against nothing else. */
@Component
class SealedPromises {

    private final Agreements agreements;

    SealedPromises(Agreements agreements) {
        this.agreements = agreements;
    }

    @EventListener
    void on(MoneyCaseSigned signed) {
        SealedFigures figures = signed.figures();
        agreements.promised(new MoneyPromise(
                signed.pilotKey(),
                figures.p10(),
                figures.p50(),
                figures.costPerYear(),
                figures.rampMonths(),
                figures.targetAdoption(),
                signed.at(),
                signed.sha256(),
                null));
    }
}
