package io.pilotage.signing;

import io.pilotage.verify.Sha256;
import io.pilotage.workflow.SignatureMissing;
import io.pilotage.workflow.SignatureProof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * That people have just shown who they are: each for one person, one task and one session, for a short time, used up by
 * completing the task. Kept in the database, so that any node may ask.
 */
@Service
@Transactional
@EnableConfigurationProperties(SigningProperties.class)
public class Confirmations {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Duration validFor;

    Confirmations(JdbcClient jdbc, Clock clock, SigningProperties properties) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.validFor = properties.validFor();
    }

    /**
     * Notes that somebody has just shown who they are, for a task that they are about to sign.
     *
     * @param session id of the browser session in which the task will be completed; empty outside a browser
     * @param proof how and when
     */
    public void confirm(String engineTaskId, String person, String session, SignatureProof proof) {
        jdbc.sql("delete from signature_confirmation where person = ? and proven_at < ?")
                .params(person, utc(clock.instant().minus(validFor)))
                .update();
        jdbc.sql("insert into signature_confirmation (id, engine_task_id, person, session_hash, means, proven_at)"
                        + " values (?,?,?,?,?,?)")
                .params(
                        UUID.randomUUID().toString(),
                        engineTaskId,
                        person,
                        Sha256.hex(session),
                        proof.means(),
                        utc(proof.at()))
                .update();
    }

    /**
     * Uses up what the person confirmed last for the task.
     *
     * @throws SignatureMissing when there is nothing, or it is older than {@link #validFor()}
     */
    public SignatureProof take(String engineTaskId, String person, String session) {
        Confirmation last = last(engineTaskId, person, session)
                .orElseThrow(() -> SignatureMissing.confirmAt("signing.missing", engineTaskId));
        if (!isFresh(last.proof.at())) {
            throw SignatureMissing.confirmAt("signing.tooOld", engineTaskId);
        }
        int used = jdbc.sql("delete from signature_confirmation where id = ?")
                .param(last.id)
                .update();
        if (used != 1) {
            throw SignatureMissing.confirmAt("signing.missing", engineTaskId);
        }
        return last.proof;
    }

    /** Whether the person may complete the task now without confirming again. */
    @Transactional(readOnly = true)
    public boolean isConfirmed(String engineTaskId, String person, String session) {
        return last(engineTaskId, person, session)
                .filter(last -> isFresh(last.proof.at()))
                .isPresent();
    }

    /**
     * When by our clock somebody signed in elsewhere; empty when that is too long ago to sign with.
     *
     * @param elsewhere by the clock of the machine that asked for the sign-in, which knows the real time only and may be
     *     a little ahead
     */
    public Optional<Instant> signedIn(Instant elsewhere) {
        Duration age = Duration.between(elsewhere, Instant.now());
        return age.abs().compareTo(validFor) <= 0 ? Optional.of(clock.instant().minus(age)) : Optional.empty();
    }

    /** How long a person may take from showing who they are to completing the task. */
    public Duration validFor() {
        return validFor;
    }

    private boolean isFresh(Instant provenAt) {
        return Duration.between(provenAt, clock.instant()).abs().compareTo(validFor) <= 0;
    }

    private Optional<Confirmation> last(String engineTaskId, String person, String session) {
        return jdbc.sql(
                        "select id, means, proven_at from signature_confirmation"
                                + " where engine_task_id = ? and person = ? and session_hash = ? order by proven_at desc limit 1")
                .params(engineTaskId, person, Sha256.hex(session))
                .query((row, number) -> new Confirmation(
                        row.getString("id"),
                        new SignatureProof(
                                row.getString("means"),
                                row.getObject("proven_at", LocalDateTime.class).toInstant(ZoneOffset.UTC))))
                .optional();
    }

    private static LocalDateTime utc(Instant at) {
        return LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** One row. */
    private record Confirmation(String id, SignatureProof proof) {}
}
