package io.pilotage.adoption;

import org.springframework.data.repository.CrudRepository;

/** Confirmations of rituals by period. */
interface RitualConfirmations extends CrudRepository<RitualConfirmation, String> {}
