package io.pilotage.adoption;

import org.springframework.data.repository.CrudRepository;

/** Trust pulses by period. */
interface TrustPulses extends CrudRepository<TrustPulse, String> {}
