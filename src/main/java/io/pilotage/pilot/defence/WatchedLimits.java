package io.pilotage.pilot.defence;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Limits that are watched or were. */
interface WatchedLimits extends CrudRepository<WatchedLimit, String> {

    List<WatchedLimit> findByPilotKeyOrderByDueOn(String pilotKey);
}
