package io.pilotage.pilot.defence;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Questions whether pilots go on, open and answered. */
interface KillQuestions extends CrudRepository<KillQuestion, String> {

    List<KillQuestion> findByPilotKeyOrderByOpenedAtDesc(String pilotKey);
}
