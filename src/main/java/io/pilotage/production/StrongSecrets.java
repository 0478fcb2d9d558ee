package io.pilotage.production;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Secrets come from outside, are long, are none that stand in an example, and are of the kind that is needed. */
class StrongSecrets implements Demands {

    private static final int SHORTEST = 16;
    private static final int SHORTEST_TOKEN = 24;

    private static final String ANY = "openssl rand -base64 32";
    private static final String KEY = "openssl genpkey -algorithm ed25519 -outform DER | base64 -w0";

    private static final Set<String> EXAMPLES =
            Set.of("pilotage", "password", "passwort", "change-me", "changeme", "secret", "example", "admin", "root");

    private static final List<Secret> NEEDED = List.of(
            new Secret("PILOTAGE_AUDIT_KEY", "the checkpoints of the audit trail", SHORTEST, KEY),
            new Secret("PILOTAGE_CLIENT_SECRET", "sign-in at the identity provider", SHORTEST, ANY),
            new Secret("PILOTAGE_DATABASE_PASSWORD", "the database", SHORTEST, ANY),
            new Secret(
                    "PILOTAGE_DIRECTORY_CLIENT_SECRET", "the list of people at the identity provider", SHORTEST, ANY));

    /** Looked at where there are any. */
    private static final List<Secret> WANTED = List.of(
            new Secret("pilotage.audit.previous-key", "the checkpoints that were signed before", SHORTEST, KEY),
            new Secret("pilotage.operations.scrape-token", "the figures of the installation", SHORTEST_TOKEN, ANY));

    private static final Secret MIGRATION =
            new Secret("PILOTAGE_MIGRATION_PASSWORD", "the tables of the database", SHORTEST, ANY);

    @Override
    public void check(Settings settings, Reasons reasons) {
        NEEDED.forEach(secret -> check(secret, settings, reasons));
        if (!settings.isMissing("PILOTAGE_MIGRATION_USER")) {
            check(MIGRATION, settings, reasons);
        }
        WANTED.stream()
                .filter(secret -> !settings.isMissing(secret.name()))
                .forEach(secret -> check(secret, settings, reasons));
    }

    private static void check(Secret secret, Settings settings, Reasons reasons) {
        String text = settings.text(secret.name());
        String opens = ". It opens " + secret.opens();
        if (text.isEmpty()) {
            reasons.unless(false, secret.name() + " is missing" + opens + ". Make one with " + secret.made() + ".");
        } else if (EXAMPLES.stream().anyMatch(text.toLowerCase(Locale.ROOT)::startsWith)) {
            reasons.unless(
                    false,
                    secret.name() + " begins like an example" + opens + ": make one with " + secret.made() + ".");
        } else if (text.length() < secret.shortest()) {
            reasons.unless(
                    false,
                    secret.name() + " has " + text.length() + " characters" + opens + ": use at least "
                            + secret.shortest() + ", made with " + secret.made() + ".");
        } else if (secret.made().equals(KEY)) {
            reasons.unless(
                    isSigningKey(text),
                    secret.name() + " is no Ed25519 private key in PKCS#8 form and Base64" + opens + ": make one with "
                            + KEY + ".");
        }
    }

    private static boolean isSigningKey(String text) {
        try {
            KeyFactory.getInstance("Ed25519")
                    .generatePrivate(
                            new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text)));
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException unreadable) {
            return false;
        }
    }

    /**
     * A secret that the product is given.
     *
     * @param opens what somebody gets at who has it
     * @param made the command that makes a good one
     */
    private record Secret(String name, String opens, int shortest, String made) {}
}
