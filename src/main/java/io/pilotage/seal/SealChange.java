package io.pilotage.seal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something is sealed anew.
 *
 * @param requesters ids of the persons who asked for the change; empty when the product did, as at an expiry
 * @param reason in their words; null when nobody gave one
 */
public record SealChange(List<String> requesters, @Nullable String reason) {

    /** Nobody asked for a change: it is sealed for the first time. */
    public static final SealChange NONE = new SealChange(List.of(), null);

    public SealChange {
        requesters = List.copyOf(requesters);
    }
}
