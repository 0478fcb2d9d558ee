package io.pilotage.adoption;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Measured and missed periods. */
interface MeasurementPeriods extends CrudRepository<MeasurementPeriod, String> {

    List<MeasurementPeriod> findByPilotKeyOrderByEndsOnDesc(String pilotKey);
}
