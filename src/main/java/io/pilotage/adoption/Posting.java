package io.pilotage.adoption;

import org.jspecify.annotations.Nullable;

/** A ledger entry together with what the countersigner says of it; null as long as nobody has. */
public record Posting(LedgerEntry entry, @Nullable Countersignature countersignature) {

    /** Whether it counts. */
    public boolean isCountersigned() {
        return countersignature != null && countersignature.agreed();
    }

    public boolean isSentBack() {
        return countersignature != null && !countersignature.agreed();
    }
}
