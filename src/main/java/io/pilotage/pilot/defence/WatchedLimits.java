package io.pilotage.pilot.defence;

import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.repository.CrudRepository;

/** Limits that are or were watched. */
interface WatchedLimits extends CrudRepository<WatchedLimit, String> {

    List<WatchedLimit> findByPilotKeyOrderByDueOn(String pilotKey);

    List<WatchedLimit> findByReplacedFalseAndMetOnIsNullAndClosedOnIsNullOrderByDueOnAscIdAsc(Limit most);
}
