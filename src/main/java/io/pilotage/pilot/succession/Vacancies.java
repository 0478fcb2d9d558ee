package io.pilotage.pilot.succession;

import java.util.List;
import org.springframework.data.repository.CrudRepository;

/** Roles whose person is gone, open and filled. */
interface Vacancies extends CrudRepository<Vacancy, String> {

    List<Vacancy> findByPilotKeyOrderBySinceDesc(String pilotKey);
}
