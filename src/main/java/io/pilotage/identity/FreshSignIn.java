package io.pilotage.identity;

/** Where somebody who is signed in signs in once more at Keycloak, whatever it remembers of them. */
public final class FreshSignIn {

    /** Parameter of the address at which signing in begins. */
    public static final String PARAMETER = "fresh";

    /** The address, from the root of the product; it leads back to the request that was saved last. */
    public static final String ADDRESS = "/oauth2/authorization/keycloak?" + PARAMETER;

    private FreshSignIn() {}
}
