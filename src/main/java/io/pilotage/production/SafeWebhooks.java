package io.pilotage.production;

import java.util.Map;
import java.util.TreeMap;

/** Programs that are told what happens are reached encrypted, and what they are told is signed with a real secret. */
class SafeWebhooks implements Demands {

    private static final int SHORTEST = 16;

    @Override
    public void check(Settings settings, Reasons reasons) {
        Map<String, String> webhooks = new TreeMap<>(settings.below("pilotage.webhook"));
        webhooks.forEach((name, value) -> {
            if (name.endsWith(".url")) {
                reasons.unless(
                        value.startsWith("https://") || value.startsWith("http://127.0.0.1"),
                        "The webhook " + name + " must begin with https://; it is " + value + ".");
                String secret = webhooks.getOrDefault(name.replaceFirst("url$", "secret"), "");
                reasons.unless(
                        secret.length() >= SHORTEST,
                        "The webhook " + name.replaceFirst("\\.url$", "") + " needs a secret of at least " + SHORTEST
                                + " characters, made with openssl rand -base64 32.");
            }
        });
    }
}
