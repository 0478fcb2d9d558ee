package io.pilotage.pilot.reopening;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Loops of all pilots, open and closed. */
interface Loops extends CrudRepository<Loop, String> {

    List<Loop> findByPilotKeyOrderByLoopNumber(String pilotKey);
}
