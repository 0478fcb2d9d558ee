package io.pilotage.identity.web;

import jakarta.servlet.http.HttpServletRequest;

/** Tells calls of scripts and programs, which are answered with a status, from pages, which people are led to. */
final class Calls {

    private Calls() {}

    /** A call by a script or a program: it gets 401 where a person gets the login page. */
    static boolean isCall(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/") || path.startsWith("/operaton/api/") || isInterface(request);
    }

    /** An interface that programs may call with a token. */
    static boolean isInterface(HttpServletRequest request) {
        String path = path(request);
        return path.startsWith("/api/") || path.startsWith("/engine-rest/");
    }

    /** The path as it is served, decoded once by the container: whoever asks may spell an address in many ways. */
    static String path(HttpServletRequest request) {
        return request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    }
}
