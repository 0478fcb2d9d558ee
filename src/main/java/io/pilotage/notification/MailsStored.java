package io.pilotage.notification;

/** Mails were put into the outbox. */
record MailsStored(String idempotencyKey) {}
