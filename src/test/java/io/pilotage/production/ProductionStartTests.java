package io.pilotage.production;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.testing.MySqlServer;
import io.pilotage.testing.ProductionDatabase;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;

/** Each mistake in the configuration of production is one sentence, and all are said at once. */
class ProductionStartTests {

    private static final ProductionDatabase DATABASE = ProductionDatabase.create(MySqlServer.shared());

    @Test
    void startsWithTheVariablesOfTheGuide() {
        assertThat(reasonsWith(Map.of())).isEmpty();
    }

    @Test
    void asksNothingOutsideOfProduction() {
        assertThat(reasons("default", Map.of("PILOTAGE_DATABASE_URL", ""))).isEmpty();
    }

    /** Otherwise the embedded database and the demo users would stand where MySQL and Keycloak were meant. */
    @ParameterizedTest
    @ValueSource(strings = {"default", "prod", "Production"})
    void variablesOfProductionWithoutItsProfileAreRefused(String profile) {
        assertThat(reasons(profile, Map.of()))
                .singleElement()
                .asString()
                .contains("PILOTAGE_DATABASE_URL is set", "SPRING_PROFILES_ACTIVE to production");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            pilotage.demo                                     | true      | The demo users are on
            pilotage.sample                                   | true      | The sample portfolio is on
            operaton.bpm.authorization.enabled                | false     | Authorization is off
            operaton.bpm.history-level                        | activity  | does not keep its whole history
            pilotage.mail.delivery                            | keep      | Mails are kept and not sent
            server.servlet.session.cookie.secure              | false     | The session cookie could travel unencrypted
            operaton.bpm.webapp.csrf.enable-secure-cookie     | false     | The cookie against forged requests could
            server.forward-headers-strategy                   | framework | The proxy in front is not believed
            file.encoding                                     | US-ASCII  | does not write UTF-8
            PILOTAGE_BASE_URL            | ''                               | PILOTAGE_BASE_URL is missing
            PILOTAGE_BASE_URL            | http://pilotage.example.org      | PILOTAGE_BASE_URL must begin with https://
            PILOTAGE_BASE_URL            | https://                         | PILOTAGE_BASE_URL must begin with https://
            PILOTAGE_BASE_URL            | https://two words                | PILOTAGE_BASE_URL must begin with https://
            PILOTAGE_ISSUER              | ''                               | PILOTAGE_ISSUER is missing
            PILOTAGE_ISSUER              | http://login.example.org         | PILOTAGE_ISSUER must begin with https://
            PILOTAGE_DIRECTORY_CLIENT_ID | ''                               | PILOTAGE_DIRECTORY_CLIENT_ID is missing
            PILOTAGE_CLIENT_ID           | ''                               | PILOTAGE_CLIENT_ID is missing
            PILOTAGE_AUDIT_KEY           | ''                               | PILOTAGE_AUDIT_KEY is missing
            PILOTAGE_CLIENT_SECRET       | ''                               | PILOTAGE_CLIENT_SECRET is missing
            PILOTAGE_CLIENT_SECRET       | kX9s                             | PILOTAGE_CLIENT_SECRET has 4 characters
            PILOTAGE_CLIENT_SECRET       | change-me-to-something-long      | PILOTAGE_CLIENT_SECRET begins like an example
            PILOTAGE_DIRECTORY_CLIENT_SECRET | ''                           | PILOTAGE_DIRECTORY_CLIENT_SECRET is missing
            PILOTAGE_MIGRATION_PASSWORD  | ''                               | PILOTAGE_MIGRATION_PASSWORD is missing
            PILOTAGE_MAIL_HOST           | ''                               | PILOTAGE_MAIL_HOST is missing
            PILOTAGE_OPERATIONS_SCRAPETOKEN | change-me                     | pilotage.operations.scrape-token begins like an example
            PILOTAGE_OPERATIONS_SCRAPETOKEN | kX9sTq2LmW7bZr4c              | scrape-token has 16 characters. It opens the figures
            PILOTAGE_MAIL_FROM           | pilotage@localhost               | PILOTAGE_MAIL_FROM is not an address
            PILOTAGE_DATABASE_URL        | ''                               | PILOTAGE_DATABASE_URL is missing
            PILOTAGE_DATABASE_URL        | jdbc:h2:mem:x                    | The database is H2
            PILOTAGE_DATABASE_URL        | jdbc:postgresql://db/pilotage    | must be the address of a MySQL 8
            PILOTAGE_DATABASE_URL        | jdbc:mysql://127.0.0.1:1/pilotage| The database does not answer
            PILOTAGE_DATABASE_URL        | jdbc:mysql://db.invalid/p?sslMode=DISABLED | is not encrypted
            PILOTAGE_DATABASE_USER       | ''                               | PILOTAGE_DATABASE_USER is missing
            PILOTAGE_DATABASE_USER       | nobody                           | The database turns nobody away
            PILOTAGE_BASE_URL            | https://pilotage.example.org/    | must end with the host or its port
            PILOTAGE_BASE_URL            | https://pilotage.example.org/app | must end with the host or its port
            PILOTAGE_ISSUER              | https://login.example.org        | PILOTAGE_ISSUER must end with /realms/
            PILOTAGE_ISSUER              | https://login.example.org/realms/pilotage/ | PILOTAGE_ISSUER must end with /realms/
            PILOTAGE_AUDIT_KEY           | change-me                        | begins like an example. It opens the checkpoints of the audit trail: make one with openssl genpkey
            PILOTAGE_AUDIT_KEY           | q7Xk2mZ9xL4tWb8sDq7Xk2mZ9xL4tWb8sDq7Xk2mZ9w= | PILOTAGE_AUDIT_KEY is no Ed25519 private key
            pilotage.audit.previous-key  | q7Xk2mZ9xL4tWb8sDq7Xk2mZ9xL4tWb8sDq7Xk2mZ9w= | pilotage.audit.previous-key is no Ed25519 private key
            pilotage.operations.scrape-token | q7Xk2mZ9xL4tWb8sD            | pilotage.operations.scrape-token has 17 characters
            PILOTAGE_DATABASE_URL        | jdbc:mysql://db.invalid/p?useSSL=false | is not encrypted
            PILOTAGE_DATABASE_CONNECTIONS| 0                                | PILOTAGE_DATABASE_CONNECTIONS must be a whole number from 1 to 1000; it is 0
            PILOTAGE_PORT                | tcp://10.0.0.1:8080              | PILOTAGE_PORT must be a whole number from 1 to 65535
            PILOTAGE_MAIL_PORT           | 99999999999                      | PILOTAGE_MAIL_PORT must be a whole number from 1 to 65535
            PILOTAGE_LISTEN              | every where                      | PILOTAGE_LISTEN must be an address
            PILOTAGE_MAIL_ENCRYPTED      | yes                              | PILOTAGE_MAIL_ENCRYPTED must be true or false; it is yes
            pilotage.cockpit             | closed                           | pilotage.cockpit must be true or false
            pilotage.limits.uploads      | 0                                | pilotage.limits.uploads must be a whole number from 1
            pilotage.identity.grace      | an hour                          | pilotage.identity.grace must be a time
            pilotage.identity.recheck-after | PT0S                          | pilotage.identity.recheck-after must be a time longer than 0
            pilotage.operations.figures-every | 9s                          | pilotage.operations.figures-every must be a time of 10s
            pilotage.migration.own-user  | true                             | The user for running is to change tables itself
            spring.flyway.enabled        | false                            | neither brought up to date nor looked at
            operaton.bpm.generic-properties.properties.authorization-enabled | false | changes the engine after its guards
            pilotage.audit.check-cron    | every night                      | pilotage.audit.check-cron must be six fields
            spring.datasource.hikari.transaction-isolation    | ''        | The isolation level is not READ COMMITTED
            spring.datasource.hikari.data-source-properties.sendFractionalSeconds | true | has sendFractionalSeconds=true
            spring.datasource.hikari.data-source-properties.connectionTimeZone    | Asia/Tokyo | has connectionTimeZone=Asia/Tokyo
            spring.datasource.hikari.data-source-properties.nullDatabaseMeansCurrent | false | has nullDatabaseMeansCurrent=false
            """)
    void eachMistakeIsASentence(String setting, String value, String sentence) {
        assertThat(reasonsWith(Map.of(setting, value)))
                .anySatisfy(reason -> assertThat(reason).contains(sentence).endsWith("."));
    }

    /** One that is added and forgotten here would stop the start by itself, with a fault of its own. */
    @Test
    void everySettingOfOursThatIsNoTextIsLookedAt() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        List<String> settings = scanner.findCandidateComponents("io.pilotage").stream()
                .map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .filter(part ->
                                Set.of(int.class, boolean.class, Duration.class).contains(part.getType()))
                        .map(part -> type.getAnnotation(ConfigurationProperties.class)
                                        .value() + "." + DataObjectPropertyName.toDashedForm(part.getName())))
                .toList();
        assertThat(settings)
                .contains("pilotage.limits.uploads", "pilotage.identity.grace", "pilotage.migration.own-user")
                .allSatisfy(setting -> assertThat(reasonsWith(Map.of(setting, "no such thing")))
                        .anyMatch(reason -> reason.contains(setting)));
    }

    @Test
    void webhooksAreEncryptedAndSigned() {
        assertThat(reasonsWith(Map.of(
                        "pilotage.webhook.planning.url", "http://planning.example.org",
                        "pilotage.webhook.planning.secret", "short")))
                .containsExactly(
                        "The webhook planning.url must begin with https:// and name a host; it is"
                                + " http://planning.example.org.",
                        "The webhook planning needs a secret of at least 16 characters, made with"
                                + " openssl rand -base64 32.");
        assertThat(reasonsWith(Map.of(
                        "pilotage.webhook.planning.uri", "https://planning.example.org",
                        "pilotage.webhook.planning.secret", "q7Xk2mZ9xL4tWb8sD",
                        "pilotage.webhook.board.url", "http://127.0.0.1.example.org",
                        "pilotage.webhook.board.secret", "q7Xk2mZ9xL4tWb8sD")))
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("board.url must begin with https://"),
                        reason -> assertThat(reason).contains("planning has no address"));
    }

    @Test
    void userForRunningMayChangeNoTable() {
        String migrate = DATABASE.environment().get("PILOTAGE_MIGRATION_USER");
        assertThat(reasonsWith(Map.of("PILOTAGE_DATABASE_USER", migrate)))
                .anyMatch(reason -> reason.contains("(" + migrate + ") may change tables"))
                .anyMatch(reason -> reason.contains("are the same"));
    }

    @Test
    void userForRunningIsNeededInTheDatabaseOnly() {
        assertThat(reasonsWith(Map.of(
                        "PILOTAGE_DATABASE_URL", DATABASE.environment().get("PILOTAGE_DATABASE_URL") + "_elsewhere")))
                .anyMatch(reason -> reason.contains("is not there, or"));
    }

    @Test
    void databaseThatLosesCharactersIsRefused() {
        DATABASE.admin()
                .sql("alter database " + DATABASE.name() + " collate utf8mb4_0900_ai_ci")
                .update();
        try {
            assertThat(reasonsWith(Map.of()))
                    .singleElement()
                    .asString()
                    .contains("collation utf8mb4_0900_ai_ci", "alter database " + DATABASE.name());
        } finally {
            DATABASE.admin()
                    .sql("alter database " + DATABASE.name() + " collate utf8mb4_bin")
                    .update();
        }
    }

    @Test
    void databaseThatReadsTwiceTheSameIsRefused() {
        DATABASE.admin()
                .sql("set global transaction_isolation = 'REPEATABLE-READ'")
                .update();
        try {
            assertThat(reasonsWith(Map.of()))
                    .singleElement()
                    .asString()
                    .contains("isolation level REPEATABLE-READ", "READ-COMMITTED");
        } finally {
            DATABASE.admin()
                    .sql("set global transaction_isolation = 'READ-COMMITTED'")
                    .update();
        }
    }

    @Test
    void databaseSessionInAnotherZoneIsRefused() {
        assertThat(reasonsWith(
                        Map.of("spring.datasource.hikari.data-source-properties.connectionTimeZone", "GMT+09:00")))
                .anyMatch(reason -> reason.contains("has connectionTimeZone=GMT+09:00"))
                .anyMatch(reason -> reason.contains("The clock of the database session is not UTC but +09:00"));
    }

    @Test
    void otherTimeZoneIsRefused() {
        TimeZone before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        try {
            assertThat(reasonsWith(Map.of())).anyMatch(reason -> reason.contains("-Duser.timezone=UTC"));
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void modelsThatReachForOtherMachinesAreRefused() {
        String name = "javax.xml.accessExternalSchema";
        String before = System.getProperty(name);
        try {
            for (String reach : List.of("all", "jar,http")) {
                System.setProperty(name, reach);
                assertThat(reasonsWith(Map.of())).singleElement().asString().contains("-D" + name + "=jar,nested");
            }
            System.clearProperty(name);
            assertThat(reasonsWith(Map.of())).singleElement().asString().contains("-D" + name + "=jar,nested");
        } finally {
            System.setProperty(name, before);
        }
    }

    @Test
    void everyMistakeIsSaidAtOnce() {
        assertThat(reasonsWith(Map.of(
                        "pilotage.demo", "true", "PILOTAGE_BASE_URL", "", "PILOTAGE_DATABASE_URL", "jdbc:h2:mem:x")))
                .hasSize(3);
    }

    private static List<String> reasonsWith(Map<String, String> changes) {
        return reasons("production", changes);
    }

    private static List<String> reasons(String profile, Map<String, String> changes) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.setActiveProfiles(profile);
        Map<String, Object> variables = new HashMap<>(DATABASE.environment());
        variables.putAll(changes);
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        try {
            for (String file : List.of("application-production.yaml", "application.yaml")) {
                new YamlPropertySourceLoader()
                        .load(file, new ClassPathResource(file))
                        .forEach(environment.getPropertySources()::addLast);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        GenericApplicationContext context = new GenericApplicationContext();
        context.setEnvironment(environment);
        try {
            new ProductionStart().initialize(context);
            return List.of();
        } catch (StartRefused refused) {
            return refused.reasons();
        }
    }
}
