package io.pilotage.identity.web;

import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.session.SessionIdGenerator;
import org.springframework.stereotype.Component;

/** Makes ids of sessions from 192 bits of chance, because the usual ones have 122 and ASVS 7.2.3 asks for 128. */
@Component
class SessionIds implements SessionIdGenerator {

    private static final SecureRandom CHANCE = new SecureRandom();
    private static final int BYTES = 24;

    /** 32 characters; the table of the sessions has room for 36. */
    @Override
    public String generate() {
        byte[] id = new byte[BYTES];
        CHANCE.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }
}
