package io.pilotage.production;

/** Nothing that is there for trying reaches production. */
class NothingOfTheDemo implements Demands {

    /** Any property of the engine by its name. */
    private static final String BEHIND_THE_GUARDS = "operaton.bpm.generic-properties.properties";

    @Override
    public void check(Settings settings, Reasons reasons) {
        reasons.demand(
                settings, "pilotage.demo", "false", "The demo users are on, and everybody knows their password.");
        reasons.demand(
                settings,
                "pilotage.sample",
                "false",
                "The sample portfolio is on and would fill the database with made-up pilots.");
        reasons.demand(
                settings,
                "operaton.bpm.authorization.enabled",
                "true",
                "Authorization is off: whoever is signed in could do everything in the engine.");
        reasons.demand(settings, "operaton.bpm.history-level", "full", "The engine does not keep its whole history.");
        reasons.demand(
                settings,
                "pilotage.mail.delivery",
                "send",
                "Mails are kept and not sent, so nobody would be reminded.");
        reasons.demand(
                settings,
                "pilotage.migration.own-user",
                "false",
                "The user for running is to change tables itself, which it must not be able to.");
        reasons.unless(
                !settings.is("spring.flyway.enabled", "false"),
                "The tables are neither brought up to date nor looked at. Leave spring.flyway.enabled out.");
        reasons.unless(
                settings.below(BEHIND_THE_GUARDS).isEmpty(),
                BEHIND_THE_GUARDS + " changes the engine after its guards are set; authorization could be off. Leave it"
                        + " out.");
    }
}
