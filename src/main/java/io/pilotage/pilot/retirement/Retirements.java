package io.pilotage.pilot.retirement;

import org.springframework.data.repository.CrudRepository;

/** Retirements by case. */
interface Retirements extends CrudRepository<Retirement, String> {}
