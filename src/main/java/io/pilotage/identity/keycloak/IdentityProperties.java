package io.pilotage.identity.keycloak;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where people come from.
 *
 * @param issuer address of the realm, for example {@code https://login.example.com/realms/pilotage}; empty in the
 *     embedded default
 * @param clientId client that signs people in
 * @param directoryClientId client whose service account may read people
 * @param baseUrl where people reach the product; empty takes the address of each request
 * @param audience what an access token must be made for
 * @param recheckAfter how long the roles of somebody who is at work are believed before Keycloak is asked again
 * @param compareEvery how often everybody is compared with Keycloak
 * @param grace how long the roles last known count while Keycloak does not answer
 */
@ConfigurationProperties("pilotage.identity")
public record IdentityProperties(
        @DefaultValue("") String issuer,
        @DefaultValue("pilotage") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("pilotage-directory") String directoryClientId,
        @DefaultValue("") String directoryClientSecret,
        @DefaultValue("") String baseUrl,
        @DefaultValue("pilotage-api") String audience,
        @DefaultValue("PT5S") Duration recheckAfter,
        @DefaultValue("PT5S") Duration compareEvery,
        @DefaultValue("PT1H") Duration grace) {

    /** One of the realm's OpenID Connect addresses: {@code auth}, {@code token}, {@code certs}, {@code logout}. */
    public String endpoint(String name) {
        return issuer + "/protocol/openid-connect/" + name;
    }

    /** The address at which the realm's people are read. */
    String directory() {
        return issuer.replaceFirst("/realms/", "/admin/realms/");
    }
}
