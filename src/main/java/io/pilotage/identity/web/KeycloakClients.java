package io.pilotage.identity.web;

import io.pilotage.identity.WithKeycloak;
import io.pilotage.identity.keycloak.IdentityProperties;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** What we are to Keycloak. Its addresses are known, so that a node also starts while Keycloak is down. */
@Configuration(proxyBeanMethods = false)
@WithKeycloak
class KeycloakClients {

    static final String KEYCLOAK = "keycloak";

    @Bean
    ClientRegistrationRepository signInClient(IdentityProperties properties) {
        String base = properties.baseUrl().isEmpty() ? "{baseUrl}" : properties.baseUrl();
        return new InMemoryClientRegistrationRepository(ClientRegistration.withRegistrationId(KEYCLOAK)
                .clientId(properties.clientId())
                .clientSecret(properties.clientSecret())
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(base + "/login/oauth2/code/{registrationId}")
                .scope("openid", "profile", "email")
                .issuerUri(properties.issuer())
                .authorizationUri(properties.endpoint("auth"))
                .tokenUri(properties.endpoint("token"))
                .jwkSetUri(properties.endpoint("certs"))
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(Map.of("end_session_endpoint", properties.endpoint("logout")))
                .build());
    }

    /** Access tokens of this realm, made for us; an ID token or a token for somebody else is none. */
    @Bean
    JwtDecoder accessTokens(IdentityProperties properties) {
        NimbusJwtDecoder decoder =
                NimbusJwtDecoder.withJwkSetUri(properties.endpoint("certs")).build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                JwtValidators.createDefaultWithIssuer(properties.issuer()),
                new JwtClaimValidator<List<String>>(
                        JwtClaimNames.AUD, made -> made != null && made.contains(properties.audience())),
                new JwtClaimValidator<String>("typ", "Bearer"::equals)));
        return decoder;
    }
}
