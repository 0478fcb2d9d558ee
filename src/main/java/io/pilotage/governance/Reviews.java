package io.pilotage.governance;

import java.util.List;
import java.util.Optional;
import org.springframework.data.repository.CrudRepository;

/** The reviews of every case, one for each branch that was asked. */
interface Reviews extends CrudRepository<Review, String> {

    Optional<Review> findByPilotKeyAndBranch(String pilotKey, Branch branch);

    List<Review> findByPilotKey(String pilotKey);
}
