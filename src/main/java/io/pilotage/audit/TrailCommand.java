package io.pilotage.audit;

import io.pilotage.verify.Finding;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/**
 * The command {@code java -jar pilotage.jar check-trail}: checks the whole trail of the database that the settings name,
 * without engine and pages, and writes the result on the trail.
 */
public final class TrailCommand {

    /** The first argument. */
    public static final String NAME = "check-trail";

    private static final int PASSED = 0;
    private static final int FAILED = 1;
    private static final int NOT_CHECKED = 2;

    private TrailCommand() {}

    /** Whether these are the arguments of the command. */
    public static boolean isMeant(String[] arguments) {
        return arguments.length > 0 && arguments[0].equals(NAME);
    }

    /**
     * Checks.
     *
     * @param arguments the name of the command, then settings as {@code --name=value}
     * @return exit code: 0 when all is as it was written, 1 when not, 2 when it could not be checked
     */
    public static int run(String[] arguments, PrintStream out) {
        String[] settings = Arrays.copyOfRange(arguments, 1, arguments.length);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Parts.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .run(settings)) {
            return say(context.getBean(TrailChecks.class).run(TrailEntry.PRODUCT), out);
        } catch (RuntimeException notChecked) {
            out.println("The trail could not be checked: " + notChecked.getMessage());
            return NOT_CHECKED;
        }
    }

    private static int say(TrailChecks.Outcome outcome, PrintStream out) {
        for (Finding finding : outcome.findings()) {
            out.println("FAIL  " + finding);
        }
        for (Finding remark : outcome.remarks()) {
            out.println("NOTE  " + remark);
        }
        out.printf(
                "%s  %d entries, %d chains, %d checkpoints, %d problems%n",
                outcome.passed() ? "PASS" : "FAIL",
                outcome.entries(),
                outcome.chains(),
                outcome.checkpoints(),
                outcome.problems());
        return outcome.passed() ? PASSED : FAILED;
    }

    /** The few parts that a check needs, and whatever module keeps rows that repeat the trail. */
    @ImportAutoConfiguration({
        DataSourceAutoConfiguration.class,
        DataSourceTransactionManagerAutoConfiguration.class,
        JdbcTemplateAutoConfiguration.class,
        JdbcClientAutoConfiguration.class,
        TransactionAutoConfiguration.class
    })
    @EnableConfigurationProperties(AuditProperties.class)
    @ComponentScan(
            basePackages = "io.pilotage",
            useDefaultFilters = false,
            includeFilters = @Filter(type = FilterType.ASSIGNABLE_TYPE, classes = RepeatsTheTrail.class))
    @Import({TrailEntries.class, SigningKeys.class, DatabaseCheck.class, TrailChecks.class})
    static class Parts {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
