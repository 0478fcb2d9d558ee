package io.pilotage.rollout;

import java.util.List;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** Broken thresholds as words of the reader's language, joined into one argument of a sentence. */
final class Breaches {

    private Breaches() {}

    static MessageSourceResolvable inWords(List<String> broken) {
        MessageSourceResolvable first = new DefaultMessageSourceResolvable("rollout.limit." + broken.get(0));
        return broken.size() == 1
                ? first
                : new DefaultMessageSourceResolvable(new String[] {"rollout.limits"}, new Object[] {
                    first, inWords(broken.subList(1, broken.size()))
                });
    }
}
