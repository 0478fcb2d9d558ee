package io.pilotage.roi;

import io.pilotage.pilot.Gate;
import io.pilotage.seal.ApprovalsStale;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was signed at gate G2 has materially changed: the signature is revoked and asked for again. */
@Component
class StaleSignature {

    private final MoneyCaseSealing sealing;

    StaleSignature(MoneyCaseSealing sealing) {
        this.sealing = sealing;
    }

    @EventListener
    void on(ApprovalsStale stale) {
        if (stale.approvals().contains(Gate.G2.approval())) {
            sealing.revoke(stale.pilotKey());
        }
    }
}
