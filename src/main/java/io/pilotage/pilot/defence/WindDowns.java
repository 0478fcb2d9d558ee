package io.pilotage.pilot.defence;

import org.springframework.data.repository.CrudRepository;

/** What is left of stopped pilots, by case. */
interface WindDowns extends CrudRepository<WindDownRecord, String> {}
