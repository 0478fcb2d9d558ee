package io.pilotage.workflow;

import java.time.Instant;

/**
 * That a person has just shown who they are.
 *
 * @param means how: {@link #PASSWORD}, {@link #KEYCLOAK}, {@link #TOKEN}, or {@link #SAMPLE}, which is no proof at all
 * @param at when the person signed in for it, UTC
 */
public record SignatureProof(String means, Instant at) {

    /** The password was given again. */
    public static final String PASSWORD = "password";

    /** The person signed in once more at Keycloak. */
    public static final String KEYCLOAK = "keycloak";

    /** A program brought an access token for which the person had just signed in. */
    public static final String TOKEN = "token";

    /** The sample portfolio was played; nobody was there. */
    public static final String SAMPLE = "sample";
}
