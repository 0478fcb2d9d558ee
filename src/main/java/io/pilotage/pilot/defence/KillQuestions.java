package io.pilotage.pilot.defence;

import java.util.List;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.query.Param;

/** Questions whether pilots go on, open and answered. */
interface KillQuestions extends CrudRepository<KillQuestion, String> {

    /** Lets nobody else raise a question on the case until this transaction ends. */
    @Query("select pilot_key from pilot where pilot_key = :pilotKey for update")
    List<String> hold(@Param("pilotKey") String pilotKey);

    List<KillQuestion> findByPilotKeyOrderByOpenedAtDesc(String pilotKey);
}
