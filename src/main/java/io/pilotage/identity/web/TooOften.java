package io.pilotage.identity.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Answers a try that came too soon: when to come again, and a sentence. */
final class TooOften {

    private TooOften() {}

    static void say(HttpServletResponse response, long seconds) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
        response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
    }
}
