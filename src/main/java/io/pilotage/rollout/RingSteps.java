package io.pilotage.rollout;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** What happened to rings, in order. */
interface RingSteps extends CrudRepository<RingStep, String> {

    List<RingStep> findByPilotKeyOrderByPosition(String pilotKey);

    int countByPilotKey(String pilotKey);
}
