package io.pilotage.rollout;

import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** Reported breaches of rollback thresholds. */
interface ThresholdBreaches extends CrudRepository<ThresholdBreach, String> {

    Optional<ThresholdBreach> findFirstByPilotKeyOrderByReportedAtDesc(String pilotKey);
}
