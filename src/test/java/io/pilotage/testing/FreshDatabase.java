package io.pilotage.testing;

import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives an application context an empty database on the shared MySQL. */
public final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + MySqlServer.shared().freshDatabase(),
                        "spring.datasource.username=root",
                        "spring.datasource.password=",
                        "spring.datasource.hikari.transaction-isolation=TRANSACTION_READ_COMMITTED")
                .applyTo(context);
    }
}
