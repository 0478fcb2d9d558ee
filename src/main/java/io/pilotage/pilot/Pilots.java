package io.pilotage.pilot;

import org.springframework.data.repository.CrudRepository;

/** The registry of pilots. */
interface Pilots extends CrudRepository<Pilot, String> {

    boolean existsBySourceAndSourceRow(String source, String sourceRow);
}
