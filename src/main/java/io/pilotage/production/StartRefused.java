package io.pilotage.production;

import java.io.Serial;
import java.util.List;

/** The start is refused; every reason is a sentence that names the setting and the way out. */
class StartRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> reasons;

    StartRefused(List<String> reasons) {
        super(String.join(" ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    List<String> reasons() {
        return reasons;
    }
}
