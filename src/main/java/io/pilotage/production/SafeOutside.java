package io.pilotage.production;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people and mail servers meet: encrypted addresses, cookies that stay on them, a mail server. */
class SafeOutside implements Demands {

    private static final String BASE_URL = "PILOTAGE_BASE_URL";
    private static final String ISSUER = "PILOTAGE_ISSUER";

    @Override
    public void check(Settings settings, Reasons reasons) {
        if (encrypted(settings, reasons, BASE_URL, "https://pilotage.example.com")) {
            reasons.unless(
                    settings.text(BASE_URL).matches("[a-z]+://[^/?#]+"),
                    BASE_URL
                            + " must end with the host or its port, as in https://pilotage.example.com, without a slash"
                            + " or anything else behind it; it is " + settings.text(BASE_URL) + ".");
        }
        if (encrypted(settings, reasons, ISSUER, "https://login.example.com/realms/pilotage")) {
            reasons.unless(
                    settings.text(ISSUER).matches(".*/realms/[^/?#]+"),
                    ISSUER + " must end with /realms/ and the name of the realm, as in"
                            + " https://login.example.com/realms/pilotage; it is " + settings.text(ISSUER) + ".");
        }
        reasons.need(
                settings, "PILOTAGE_CLIENT_ID", "the id under which Pilotage signs people in at the identity provider");
        reasons.need(
                settings,
                "PILOTAGE_DIRECTORY_CLIENT_ID",
                "the id under which Pilotage reads people and groups at the identity provider");
        reasons.demand(
                settings,
                "server.servlet.session.cookie.secure",
                "true",
                "The session cookie could travel unencrypted.");
        reasons.demand(
                settings,
                "operaton.bpm.webapp.csrf.enable-secure-cookie",
                "true",
                "The cookie against forged requests could travel unencrypted.");
        reasons.demand(
                settings,
                "server.forward-headers-strategy",
                "native",
                "The proxy in front is not believed in a safe way.");
        reasons.need(settings, "PILOTAGE_MAIL_HOST", "the name of the mail server");
        reasons.unless(
                settings.text("PILOTAGE_MAIL_FROM").matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
                "PILOTAGE_MAIL_FROM is not an address that mails can come from, as in pilotage@example.com.");
    }

    /** @return whether it is */
    private static boolean encrypted(Settings settings, Reasons reasons, String name, String example) {
        String text = settings.text(name);
        String host = uri(text).map(URI::getHost).orElse("");
        boolean encrypted =
                text.startsWith("https://") && !host.isEmpty() || text.startsWith("http://") && isThisMachine(host);
        reasons.unless(
                encrypted,
                text.isEmpty()
                        ? name + " is missing. Give the address, as in " + example + "."
                        : name + " must begin with https:// and name a host, as in " + example + "; it is " + text
                                + ".");
        return encrypted;
    }

    /** Nothing leaves the machine then: what tests and a proxy on the same machine need. */
    private static boolean isThisMachine(String host) {
        return host.equals("127.0.0.1") || host.equals("[::1]");
    }

    private static Optional<URI> uri(@Nullable String text) {
        try {
            return Optional.of(URI.create(text == null ? "" : text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
