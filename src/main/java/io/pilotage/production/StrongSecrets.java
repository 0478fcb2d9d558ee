package io.pilotage.production;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Secrets come from outside, are long, and are none that stand in an example. */
class StrongSecrets implements Demands {

    private static final int SHORTEST = 16;

    private static final Set<String> EXAMPLES =
            Set.of("pilotage", "password", "passwort", "change-me", "changeme", "secret", "example", "admin", "root");

    /** Variable to what it opens. */
    private static final Map<String, String> SECRETS = new TreeMap<>(Map.of(
            "PILOTAGE_AUDIT_KEY", "the checkpoints of the audit trail",
            "PILOTAGE_DATABASE_PASSWORD", "the database",
            "PILOTAGE_CLIENT_SECRET", "sign-in at the identity provider",
            "PILOTAGE_DIRECTORY_CLIENT_SECRET", "the list of people at the identity provider"));

    @Override
    public void check(Settings settings, Reasons reasons) {
        SECRETS.forEach((name, opens) -> check(name, opens, settings, reasons));
        if (!settings.isMissing("PILOTAGE_MIGRATION_USER")) {
            check("PILOTAGE_MIGRATION_PASSWORD", "the tables of the database", settings, reasons);
        }
    }

    private static void check(String name, String opens, Settings settings, Reasons reasons) {
        String secret = settings.text(name);
        if (secret.isEmpty()) {
            reasons.unless(false, name + " is missing. It opens " + opens + ".");
            return;
        }
        String plain = secret.toLowerCase(Locale.ROOT);
        if (EXAMPLES.stream().anyMatch(plain::startsWith)) {
            reasons.unless(
                    false,
                    name + " begins like an example. It opens " + opens + ": make one with openssl rand -base64 32.");
            return;
        }
        reasons.unless(
                secret.length() >= SHORTEST,
                name + " has " + secret.length() + " characters. It opens " + opens + ": use at least " + SHORTEST
                        + ", made with openssl rand -base64 32.");
    }
}
