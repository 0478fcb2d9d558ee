package io.pilotage.production;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.scheduling.support.CronExpression;

/**
 * What is no text is written so that it is taken as it was meant. A library would read "yes" as "no" where mails are
 * encrypted, or stop the start with a fault of its own, one at a time.
 */
class ReadableValues implements Demands {

    private static final String YES_OR_NO = "true or false";
    private static final String TIME = "a time longer than 0, as in PT5S or 5s";
    private static final String CRON = "six fields of a cron expression, as in 0 */10 * * * *, or - for never";

    /** Settings that have a value by default or from a variable; those that are left out are not looked at. */
    private static final List<Value> VALUES = List.of(
            whole("PILOTAGE_PORT", "server.port", 65_535),
            whole("PILOTAGE_MAIL_PORT", "spring.mail.port", 65_535),
            whole("PILOTAGE_DATABASE_CONNECTIONS", "spring.datasource.hikari.maximum-pool-size", 1_000),
            new Value("PILOTAGE_LISTEN", "server.address", "an address of this machine", ReadableValues::isAddress),
            yesOrNo("PILOTAGE_MAIL_ENCRYPTED", "spring.mail.properties.mail.smtp.starttls.required"),
            yesOrNo("PILOTAGE_MAIL_ENCRYPTED", "spring.mail.properties.mail.smtp.starttls.enable"),
            yesOrNo("pilotage.cockpit", "pilotage.cockpit"),
            limit("failed-sign-ins"),
            limit("failed-sign-ins-of-address"),
            limit("uploads"),
            limit("exports"),
            limit("figures"),
            time("pilotage.identity.recheck-after"),
            time("pilotage.identity.compare-every"),
            new Value(
                    "pilotage.identity.grace",
                    "pilotage.identity.grace",
                    "a time, as in PT1H or 1h",
                    text -> isTimeFrom(0, text)),
            time("pilotage.signing.valid-for"),
            time("pilotage.mail.retry-every"),
            new Value(
                    "pilotage.operations.figures-every",
                    "pilotage.operations.figures-every",
                    "a time of 10s or longer",
                    text -> isTimeFrom(10_000_000_000L, text)),
            cron("pilotage.audit.checkpoint-cron"),
            cron("pilotage.audit.check-cron"),
            cron("pilotage.dossier.forget-cron"),
            cron("pilotage.dossier.resume-cron"));

    @Override
    public void check(Settings settings, Reasons reasons) {
        VALUES.stream()
                .filter(value -> !settings.isMissing(value.setting()))
                .filter(value -> !value.fits().test(settings.text(value.setting())))
                .map(value ->
                        value.name() + " must be " + value.wanted() + "; it is " + settings.text(value.setting()) + ".")
                .distinct()
                .forEach(reason -> reasons.unless(false, reason));
    }

    private static Value whole(String name, String setting, int most) {
        return new Value(
                name,
                setting,
                "a whole number from 1 to " + most,
                text -> text.matches("[0-9]{1,9}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= most);
    }

    private static Value limit(String name) {
        return whole("pilotage.limits." + name, "pilotage.limits." + name, 1_000_000);
    }

    private static Value yesOrNo(String name, String setting) {
        return new Value(name, setting, YES_OR_NO, text -> text.matches("(?i)true|false"));
    }

    private static Value time(String setting) {
        return new Value(setting, setting, TIME, text -> isTimeFrom(1, text));
    }

    private static boolean isTimeFrom(long leastNanos, String text) {
        try {
            return DurationStyle.detectAndParse(text).toNanos() >= leastNanos;
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }

    private static Value cron(String setting) {
        return new Value(setting, setting, CRON, text -> text.equals("-") || CronExpression.isValidExpression(text));
    }

    private static boolean isAddress(String text) {
        try {
            return !InetAddress.getByName(text).isMulticastAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * A setting of a kind that can be misspelt.
     *
     * @param name what somebody sets
     * @param setting what it becomes
     * @param wanted what follows "must be"
     */
    private record Value(String name, String setting, String wanted, Predicate<String> fits) {}
}
