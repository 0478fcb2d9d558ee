package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What somebody who did not measure says of a ledger entry: it counts, or it goes back.
 *
 * @param remark what is wrong; null when it counts
 */
@Table("ledger_countersignature")
public record Countersignature(
        @Id String entryId,
        boolean agreed,
        @Nullable String remark,
        String signer,
        Instant signedAt,
        @Version @Nullable Integer version) {

    /** @throws Refused when the signer measured it, or sends it back without saying why */
    static Countersignature of(LedgerEntry entry, boolean agreed, @Nullable String remark, String signer, Instant at) {
        if (entry.measuredBy().equals(signer)) {
            throw new Refused("adoption.ledger.ownEntry");
        }
        if (!agreed && remark == null) {
            throw new Refused("adoption.ledger.remarkMissing");
        }
        return new Countersignature(entry.id(), agreed, remark, signer, at, null);
    }
}
