package io.pilotage.signing.web;

import io.pilotage.signing.Confirmations;
import io.pilotage.workflow.SignatureMissing;
import io.pilotage.workflow.SignatureProof;
import io.pilotage.workflow.SignatureProofs;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.IdTokenClaimNames;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Tells the door how the caller has shown who they are: on our page, by the password of this call, or by a token. */
@Component
class ProofOfCaller implements SignatureProofs {

    /** Here the password comes with each call and is checked each time; a session counts for nothing. */
    private static final String PASSWORD_WITH_EACH_CALL = "/engine-rest/";

    /** A token that a program got for itself belongs to no session of a person. */
    private static final String PERSONS_SESSION = "sid";

    private final Confirmations confirmations;
    private final Clock clock;

    ProofOfCaller(Confirmations confirmations, Clock clock) {
        this.confirmations = confirmations;
        this.clock = clock;
    }

    @Override
    public SignatureProof take(String engineTaskId, String person) {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken caller) {
            return of(caller.getToken());
        }
        HttpServletRequest request = request();
        if (request != null && path(request).startsWith(PASSWORD_WITH_EACH_CALL)) {
            return new SignatureProof(SignatureProof.PASSWORD, clock.instant());
        }
        return confirmations.take(engineTaskId, person, sessionOf(request));
    }

    /** Id of the browser session; empty where there is none. */
    static String sessionOf(@Nullable HttpServletRequest request) {
        HttpSession session = request == null ? null : request.getSession(false);
        return session == null ? "" : session.getId();
    }

    private SignatureProof of(Jwt token) {
        Instant signedIn = token.getClaimAsInstant(IdTokenClaimNames.AUTH_TIME);
        if (signedIn == null || !token.hasClaim(PERSONS_SESSION)) {
            throw SignatureMissing.nobodyThere();
        }
        return confirmations
                .signedIn(signedIn)
                .map(at -> new SignatureProof(SignatureProof.TOKEN, at))
                .orElseThrow(() -> SignatureMissing.signInAgain(confirmations.validFor()));
    }

    private static String path(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static @Nullable HttpServletRequest request() {
        return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes
                ? attributes.getRequest()
                : null;
    }
}
