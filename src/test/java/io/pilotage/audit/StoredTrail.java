package io.pilotage.audit;

import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail in a database on which nobody works, checked from outside by the code that checks it every night. */
public final class StoredTrail {

    private final DatabaseCheck check;

    /** @param key the private key that its checkpoints were signed by, Base64 */
    public StoredTrail(DataSource database, String key) {
        JdbcClient jdbc = JdbcClient.create(database);
        AuditProperties properties = new Binder(new MapConfigurationPropertySource(Map.of("pilotage.audit.key", key)))
                .bind("pilotage.audit", Bindable.of(AuditProperties.class))
                .get();
        this.check = new DatabaseCheck(jdbc, new SigningKeys(properties, jdbc, Clock.systemUTC()), java.util.List.of());
    }

    /** What the check found. */
    public record Verdict(long entries, long checkpoints, java.util.List<String> problems) {}

    public Verdict check() {
        DatabaseCheck.Result result = check.check();
        return new Verdict(
                result.entries(),
                result.checkpoints(),
                result.findings().stream().map(String::valueOf).toList());
    }
}
