package io.pilotage.adoption;

import org.springframework.data.repository.CrudRepository;

/** Measured value by period. */
interface ValueMeasurements extends CrudRepository<ValueMeasurement, String> {}
