package io.pilotage.adoption;

import org.springframework.data.repository.CrudRepository;

/** Telemetry by period. */
interface Telemetries extends CrudRepository<Telemetry, String> {}
