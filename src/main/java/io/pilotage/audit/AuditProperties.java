package io.pilotage.audit;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the trail is sealed and checked.
 *
 * @param key private key that signs checkpoints: Ed25519, PKCS#8, Base64; empty for the one in the file
 * @param previousKey the key before, needed once to hand over to a new one; empty otherwise
 * @param keyFile where the embedded default keeps the key that it makes
 * @param checkpointCron when a checkpoint is taken; {@code -} for never
 * @param checkCron when the whole trail is checked; {@code -} for never
 */
@ConfigurationProperties("pilotage.audit")
record AuditProperties(
        @DefaultValue("") String key,
        @DefaultValue("") String previousKey,
        @DefaultValue("./data/audit-key") Path keyFile,
        @DefaultValue("0 */10 * * * *") String checkpointCron,
        @DefaultValue("0 0 2 * * *") String checkCron) {

    /** Not in a log. */
    @Override
    public String toString() {
        return "AuditProperties";
    }
}
