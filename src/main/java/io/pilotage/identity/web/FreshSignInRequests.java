package io.pilotage.identity.web;

import io.pilotage.identity.FreshSignIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * Asks Keycloak for the password even of somebody it knows, where a signature needs that (OpenID Connect 3.1.2.1). An
 * address with a client that there is not leads nowhere, like any other that is made up, instead of to a fault.
 */
class FreshSignInRequests implements OAuth2AuthorizationRequestResolver {

    private static final String ADDRESS = OidcLogin.BEGINNING + "/" + KeycloakClients.KEYCLOAK;
    private static final Map<String, Object> FRESH = Map.of("prompt", "login", "max_age", "0");

    private final OAuth2AuthorizationRequestResolver usual;

    FreshSignInRequests(OAuth2AuthorizationRequestResolver usual) {
        this.usual = usual;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        return Calls.path(request).equals(ADDRESS) ? asked(request, usual.resolve(request)) : null;
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String client) {
        return asked(request, usual.resolve(request, client));
    }

    private static @Nullable OAuth2AuthorizationRequest asked(
            HttpServletRequest request, @Nullable OAuth2AuthorizationRequest usually) {
        return usually == null || request.getParameter(FreshSignIn.PARAMETER) == null
                ? usually
                : OAuth2AuthorizationRequest.from(usually)
                        .additionalParameters(parameters -> parameters.putAll(FRESH))
                        .build();
    }
}
