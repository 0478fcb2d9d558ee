package io.pilotage.adoption;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Checks of oversight by period. */
interface OversightChecks extends CrudRepository<OversightCheck, String> {

    List<OversightCheck> findByPilotKeyOrderByNotedAtDesc(String pilotKey);
}
