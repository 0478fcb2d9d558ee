package io.pilotage.rollout;

import org.springframework.data.repository.CrudRepository;

/** Handovers of production by case. */
interface Handovers extends CrudRepository<Handover, String> {}
