package io.pilotage.rollout;

import org.springframework.data.repository.CrudRepository;

/** What operations said of the run, by case. */
interface ProductionAcceptances extends CrudRepository<ProductionAcceptance, String> {}
