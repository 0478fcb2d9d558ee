package io.pilotage.pilot;

import java.util.Collection;
import java.util.Set;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.CrudRepository;
import org.springframework.data.repository.query.Param;

/** The registry of pilots. */
interface Pilots extends CrudRepository<Pilot, String> {

    /** Which of these rows of an inventory are registered. */
    @Query("select source_row from pilot where source = :source and source_row in (:rows)")
    Set<String> registered(@Param("source") String source, @Param("rows") Collection<String> rows);
}
