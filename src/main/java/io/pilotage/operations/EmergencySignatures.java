package io.pilotage.operations;

import io.pilotage.identity.Role;
import io.pilotage.workflow.CaseDirectory;
import io.pilotage.workflow.OtherSignatures;
import io.pilotage.workflow.SignatureRequest;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The second administrator shows in that moment who they are, on the page on which deciding tasks are signed. */
@Component
class EmergencySignatures implements OtherSignatures {

    private static final String PREFIX = "emergency-";

    private final Emergencies emergencies;
    private final CaseDirectory cases;
    private final MessageSource messages;
    private final Clock clock;

    EmergencySignatures(Emergencies emergencies, CaseDirectory cases, MessageSource messages, Clock clock) {
        this.emergencies = emergencies;
        this.cases = cases;
        this.messages = messages;
        this.clock = clock;
    }

    /** Under which id the confirmation is signed. */
    static String idOf(Emergency emergency) {
        return PREFIX + emergency.id();
    }

    @Override
    public Optional<SignatureRequest> asked(String id) {
        return id.startsWith(PREFIX) && isAdministrator()
                ? emergencies
                        .findById(id.substring(PREFIX.length()))
                        .filter(emergency -> emergency.waits(clock.instant()))
                        .map(this::request)
                : Optional.empty();
    }

    private SignatureRequest request(Emergency emergency) {
        return new SignatureRequest(
                idOf(emergency),
                emergency.pilotKey(),
                emergency.processId(),
                "confirmEmergency",
                Objects.toString(cases.summary(emergency.pilotKey()).get("title"), emergency.pilotKey()),
                null,
                "responsibility",
                messages.getMessage("operations.emergency.declaration", null, LocaleContextHolder.getLocale()),
                "/operations/emergencies");
    }

    private static boolean isAdministrator() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person != null
                && person.getAuthorities().stream()
                        .anyMatch(right -> ("ROLE_" + Role.PROCESS_ADMIN.group()).equals(right.getAuthority()));
    }
}
