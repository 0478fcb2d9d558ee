package io.pilotage.rollout;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Rings taken back. */
interface RingRollbacks extends CrudRepository<RingRollback, String> {

    List<RingRollback> findByPilotKeyOrderByNotedAtDesc(String pilotKey);
}
