package io.pilotage.rollout;

import org.springframework.data.repository.CrudRepository;

/** Plans of rings by case. */
interface RingPlans extends CrudRepository<RingPlan, String> {}
