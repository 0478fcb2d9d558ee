package io.pilotage.adoption;

import org.springframework.data.repository.CrudRepository;

/** What signed money cases promised, by case. */
interface MoneyPromises extends CrudRepository<MoneyPromise, String> {}
