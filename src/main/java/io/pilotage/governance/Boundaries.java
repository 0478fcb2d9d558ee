package io.pilotage.governance;

import org.springframework.data.repository.CrudRepository;

/** Autonomy boundaries by case. */
interface Boundaries extends CrudRepository<AutonomyBoundary, String> {}
