package io.pilotage.notification;

import java.util.Set;

/** A way by which things leave the outbox. */
interface Carrier {

    /** The channels of the outbox that it serves; each is served by itself, so that one that is away stops no other. */
    Set<String> channels();

    /** @throws Undeliverable whatever the reason is */
    void send(Mail mail);
}
