package io.pilotage.operations;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.Undertaking;
import io.pilotage.identity.Role;
import io.pilotage.notification.OutboxCare;
import io.pilotage.notification.OutboxCare.Undelivered;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Has a mail that did not get through tried again, and puts down in the trail of its case who wanted it. */
@Service
public class MailCare {

    private final OutboxCare outbox;
    private final Trail trail;
    private final Clock clock;

    MailCare(OutboxCare outbox, Trail trail, Clock clock) {
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Puts the mail back into the outbox as if it were new.
     *
     * @param actor id of the operator
     * @throws Refused when there is no such mail, or it was sent meanwhile
     */
    @Transactional
    public void tryAgain(long mail, String actor) {
        Undelivered found = outbox.tryAgain(mail).orElseThrow(() -> new Refused("operations.mail.gone"));
        trail.append(TrailEntry.of(
                        Objects.requireNonNullElse(found.pilotKey(), Undertaking.ADMINISTRATION.chain(actor)),
                        clock.instant(),
                        actor,
                        "mailTriedAgain")
                .as(Role.PROCESS_ADMIN.group(), null)
                .words("subject", found.subject())
                .build());
    }
}
