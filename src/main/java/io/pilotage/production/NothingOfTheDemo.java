package io.pilotage.production;

/** Nothing that is there for trying reaches production. */
class NothingOfTheDemo implements Demands {

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
    }
}
