package io.pilotage.rollout;

import org.springframework.data.repository.CrudRepository;

/** What users were told. */
interface ChangeNotices extends CrudRepository<ChangeNotice, String> {}
