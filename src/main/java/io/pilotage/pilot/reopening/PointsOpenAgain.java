package io.pilotage.pilot.reopening;

import io.pilotage.pilot.EvidenceSource;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** While a decided point is open again, no gate opens that rests on it. */
@Service
@Transactional(readOnly = true)
class PointsOpenAgain implements EvidenceSource {

    private final Loops loops;

    PointsOpenAgain(Loops loops) {
        this.loops = loops;
    }

    @Override
    public Set<String> factsOf(String pilotKey) {
        return loops.findByPilotKeyOrderByLoopNumber(pilotKey).stream().anyMatch(Loop::isOpenAgain)
                ? Set.of()
                : Set.of("noPointOpenAgain");
    }
}
