package io.pilotage.production;

import java.util.List;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Profiles;

/** Looks at everything that production demands before the first bean exists, and says all that is wrong at once. */
class ProductionStart implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    private static final List<Demands> DEMANDS = List.of(
            new NothingOfTheDemo(),
            new SafeOutside(),
            new StrongSecrets(),
            new SafeWebhooks(),
            new MachineInOrder(),
            new DatabaseAddress(),
            new DatabaseAsFound());

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (!context.getEnvironment().acceptsProfiles(Profiles.of("production"))) {
            return;
        }
        Settings settings = new Settings(context.getEnvironment());
        Reasons reasons = new Reasons();
        DEMANDS.forEach(demands -> demands.check(settings, reasons));
        if (!reasons.all().isEmpty()) {
            throw new StartRefused(reasons.all());
        }
    }
}
