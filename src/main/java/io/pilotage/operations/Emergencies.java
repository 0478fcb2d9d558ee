package io.pilotage.operations;

import java.util.List;
import org.springframework.data.domain.Pageable;
import org.springframework.data.repository.CrudRepository;

/** Everything that was ever asked for in an emergency. */
interface Emergencies extends CrudRepository<Emergency, String> {

    List<Emergency> findAllByOrderByAskedAtDesc(Pageable page);
}
