package io.pilotage.production;

import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Programs that are told what happens are reached encrypted, and what they are told is signed with a real secret. */
class SafeWebhooks implements Demands {

    private static final int SHORTEST = 16;

    @Override
    public void check(Settings settings, Reasons reasons) {
        Map<String, String> webhooks = new TreeMap<>(settings.below("pilotage.webhook"));
        TreeSet<String> receivers = new TreeSet<>();
        webhooks.keySet().forEach(name -> receivers.add(name.replaceFirst("\\..*", "")));
        for (String receiver : receivers) {
            String url = webhooks.getOrDefault(receiver + ".url", "");
            reasons.unless(
                    isSafe(url),
                    url.isEmpty()
                            ? "The webhook " + receiver + " has no address. Set pilotage.webhook." + receiver
                                    + ".url, or leave its other settings out."
                            : "The webhook " + receiver + ".url must begin with https:// and name a host; it is " + url
                                    + ".");
            reasons.unless(
                    webhooks.getOrDefault(receiver + ".secret", "").length() >= SHORTEST,
                    "The webhook " + receiver + " needs a secret of at least " + SHORTEST
                            + " characters, made with openssl rand -base64 32.");
        }
    }

    private static boolean isSafe(String url) {
        try {
            URI address = URI.create(url);
            return address.getHost() != null
                    && ("https".equals(address.getScheme())
                            || "http".equals(address.getScheme()) && "127.0.0.1".equals(address.getHost()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
