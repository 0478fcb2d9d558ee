package io.pilotage.pilot;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** Who answers for what on which case. */
interface Accountabilities extends CrudRepository<Accountability, String> {

    Optional<Accountability> findByPilotKeyAndRoleGroup(String pilotKey, String roleGroup);

    List<Accountability> findByPilotKeyOrderByRoleGroup(String pilotKey);

    List<Accountability> findByPerson(String person);
}
