package io.pilotage;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.pilot.Phase;
import io.pilotage.testing.Cases;
import io.pilotage.testing.TimeMachine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The embedded default is stopped and started again on the file that it keeps. */
class SecondStartTests {

    @TempDir
    Path folder;

    @Test
    void whatWasThereIsThereAfterASecondStart() throws IOException {
        String key;
        try (ConfigurableApplicationContext first = start()) {
            key = first.getBean(Cases.class).standingIn(Phase.DISCOVERY, Cases.LOW);
            assertThat(pilots(first)).containsExactly(key);
        }
        try (ConfigurableApplicationContext second = start()) {
            assertThat(pilots(second)).containsExactly(key);
            assertThat(second.getBean(Cases.class).open(key)).isNotEmpty();
        }
    }

    private ConfigurableApplicationContext start() throws IOException {
        return new SpringApplicationBuilder(Pilotage.class, Cases.class, TimeMachine.class)
                .profiles("test")
                .registerShutdownHook(false)
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + address(),
                        "--operaton.bpm.process-engine-name=second");
    }

    /** The one that the product brings along, but for the folder. */
    private String address() throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0);
        String address = String.valueOf(settings.getProperty("spring.datasource.url"));
        assertThat(address).contains("./data/");
        return address.replace("./data/", folder + "/");
    }

    private static List<String> pilots(ConfigurableApplicationContext application) {
        return application
                .getBean(JdbcClient.class)
                .sql("select pilot_key from pilot")
                .query(String.class)
                .list();
    }
}
