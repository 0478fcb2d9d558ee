package io.pilotage.production;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Looks at everything that production demands before the first bean exists, and says all that is wrong at once. */
class ProductionStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final String DATABASE = "PILOTAGE_DATABASE_URL";

    private static final List<Demands> DEMANDS = List.of(
            new NothingOfTheDemo(),
            new SafeOutside(),
            new StrongSecrets(),
            new SafeWebhooks(),
            new ReadableValues(),
            new MachineInOrder(),
            new DatabaseAddress(),
            new DatabaseAsFound());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Settings settings = new Settings(context.getEnvironment());
        Reasons reasons = new Reasons();
        if (context.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
            DEMANDS.forEach(demands -> demands.check(settings, reasons));
        } else {
            isNotMeantForProduction(settings, reasons);
        }
        if (!reasons.all().isEmpty()) {
            throw new StartRefused(reasons.all());
        }
    }

    /** Whoever forgets the profile, or misspells it, would get the embedded database beside the one that is named. */
    private static void isNotMeantForProduction(Settings settings, Reasons reasons) {
        reasons.unless(
                settings.isMissing(DATABASE),
                DATABASE
                        + " is set, but the profile production is not on, so the database and all guards of the embedded"
                        + " default would be used. Set SPRING_PROFILES_ACTIVE to production, or leave " + DATABASE
                        + " out.");
    }
}
