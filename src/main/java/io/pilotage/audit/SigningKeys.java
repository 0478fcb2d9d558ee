package io.pilotage.audit;

import io.pilotage.verify.AuditKey;
import io.pilotage.verify.KeyRing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Holds the key that signs, and keeps the public keys of all that signed before, each handed over to by the last. */
@Component
class SigningKeys {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SigningKey current;
    private final Optional<SigningKey> previous;

    SigningKeys(AuditProperties properties, JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.current = properties.key().isBlank() ? kept(properties.keyFile()) : SigningKey.read(properties.key());
        this.previous = Optional.of(properties.previousKey())
                .filter(key -> !key.isBlank())
                .map(SigningKey::read);
    }

    /**
     * The key to sign with; a new one is first handed over to by the one before.
     *
     * @param last id of the key that signed last; null when none did
     * @throws IllegalStateException when the key changed and the one before is not there to hand over
     */
    SigningKey toSign(@Nullable String last) {
        if (!known().find(current.id()).isPresent()) {
            if (last == null) {
                keep(new AuditKey(current.publicKey(), null, null, null));
            } else {
                keep(handedOver(last));
            }
        }
        return current;
    }

    String currentId() {
        return current.id();
    }

    KeyRing known() {
        return new KeyRing(all());
    }

    /** All public keys that ever signed, the oldest first. */
    List<AuditKey> all() {
        return jdbc.sql("select public_key, handover, signed_by_before, signed_by_this from trail_key"
                        + " order by known_since, key_id")
                .query((row, number) ->
                        new AuditKey(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list();
    }

    private AuditKey handedOver(String last) {
        SigningKey before = previous.filter(key -> key.id().equals(last))
                .orElseThrow(() -> new IllegalStateException("The audit key changed: checkpoints were signed by "
                        + last + ", and pilotage.audit.key is " + current.id()
                        + ". Give the former key once as pilotage.audit.previous-key, so that it hands over."));
        String handover = EntryContent.canonical(Map.of(
                "key", current.id(), "after", before.id(), "at", clock.instant().toString()));
        return new AuditKey(current.publicKey(), handover, before.sign(handover), current.sign(handover));
    }

    private void keep(AuditKey key) {
        jdbc.sql("""
                insert into trail_key (key_id, known_since, public_key, handover, signed_by_before, signed_by_this)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        key.id(),
                        LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                        key.publicKey(),
                        key.handover(),
                        key.signedByBefore(),
                        key.signedByThis())
                .update();
    }

    private static SigningKey kept(Path file) {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            return SigningKey.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The audit key in " + file + " can be neither read nor made", e);
        }
    }

    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path draft = Files.createTempFile(file.toAbsolutePath().getParent(), "audit-key", "");
        Files.writeString(draft, SigningKey.generate().pkcs8(), StandardOpenOption.TRUNCATE_EXISTING);
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(draft, PosixFilePermissions.fromString("rw-------"));
        }
        try {
            Files.createLink(file, draft);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            // Its key is the one.
        } finally {
            Files.delete(draft);
        }
    }
}
