package io.pilotage.production;

/** Nothing that is there for trying reaches production. */
class NothingOfTheDemo implements Demands {

    @Override
    public void check(Settings settings, Reasons reasons) {
        reasons.unless(
                settings.is("pilotage.demo", "false"),
                "The demo users are on, and everybody knows their password. Set pilotage.demo to false.");
        reasons.unless(
                settings.is("pilotage.sample", "false"),
                "The sample portfolio is on and would fill the database with made-up pilots."
                        + " Set pilotage.sample to false.");
        reasons.unless(
                settings.is("operaton.bpm.authorization.enabled", "true"),
                "Authorization is off: whoever is signed in could do everything in the engine."
                        + " Set operaton.bpm.authorization.enabled to true.");
        reasons.unless(
                settings.is("operaton.bpm.history-level", "full"),
                "The engine does not keep its whole history. Set operaton.bpm.history-level to full.");
        reasons.unless(
                settings.is("pilotage.mail.delivery", "send"),
                "Mails are kept and not sent, so nobody would be reminded. Set pilotage.mail.delivery to send.");
    }
}
