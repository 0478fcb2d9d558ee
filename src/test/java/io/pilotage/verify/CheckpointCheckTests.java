package io.pilotage.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checkpoints follow each other without a gap, none shrinks, and each is signed by a key that the one before led to. */
class CheckpointCheckTests {

    private static final String ROOT = "a".repeat(64);

    private final Signer ours = new Signer();
    private final Signer next = new Signer();
    private final Signer foreign = new Signer();

    /** A key pair that signs. */
    private static final class Signer {

        private final KeyPair pair;

        private Signer() {
            try {
                pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private String publicKey() {
            return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
        }

        private AuditKey first() {
            return new AuditKey(publicKey(), null, null, null);
        }

        private AuditKey after(Signer before, Signer signsForBefore, Signer signsForThis) {
            String handover = "{\"after\":\"" + before.first().id() + "\",\"key\":\"" + first().id() + "\"}";
            return new AuditKey(publicKey(), handover, signsForBefore.sign(handover), signsForThis.sign(handover));
        }

        private String sign(String text) {
            try {
                Signature signature = Signature.getInstance("Ed25519");
                signature.initSign(pair.getPrivate());
                signature.update(text.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        private Checkpoint checkpoint(long number, long size, String previous) {
            String content = "{\"at\":\"2026-01-01T00:00:00Z\",\"key\":\"" + first().id() + "\",\"number\":" + number
                    + ",\"previous\":\"" + previous + "\",\"root\":\"" + ROOT + "\",\"size\":" + size + "}";
            return new Checkpoint(content, sign(content));
        }
    }

    @Test
    void checkpointsThatFollowEachOtherPass() {
        Checkpoint one = ours.checkpoint(1, 5, ChainEntry.GENESIS);
        Checkpoint two = next.checkpoint(2, 5, one.hash());
        assertThat(findings(List.of(ours.first(), next.after(ours, ours, next)), one, two))
                .isEmpty();
    }

    /** Nodes are started anew one by one, so that it is no fault by itself; whoever reads it knows when the key changed. */
    @Test
    void keyThatSignsAfterItHadHandedOverIsRemarked() {
        Checkpoint one = ours.checkpoint(1, 5, ChainEntry.GENESIS);
        Checkpoint two = next.checkpoint(2, 5, one.hash());
        Checkpoint three = ours.checkpoint(3, 5, two.hash());
        Findings findings = check(List.of(ours.first(), next.after(ours, ours, next)), one, two, three);
        assertThat(findings.list()).isEmpty();
        assertThat(findings.remarks())
                .singleElement()
                .hasToString("checkpoint 3: it is signed by a key that had handed over before");
    }

    @Test
    void oneThatIsSignedByAnotherThanItNamesIsFound() {
        Checkpoint one = ours.checkpoint(1, 5, ChainEntry.GENESIS);
        assertThat(findings(List.of(ours.first()), new Checkpoint(one.content(), foreign.sign(one.content()))))
                .containsExactly("checkpoint 1: its signature is not one of the key that it names");
        assertThat(findings(List.of(next.first()), one))
                .containsExactly("checkpoint 1: its key " + ours.first().id() + " is not known");
    }

    @Test
    void oneThatIsMissingReplacedOrSmallerIsFound() {
        Checkpoint one = ours.checkpoint(1, 5, ChainEntry.GENESIS);
        assertThat(findings(List.of(ours.first()), one, ours.checkpoint(3, 6, one.hash())))
                .containsExactly("checkpoint 2: it does not follow the checkpoint before");
        assertThat(findings(List.of(ours.first()), one, ours.checkpoint(2, 6, ROOT)))
                .containsExactly("checkpoint 2: it does not follow the checkpoint before");
        assertThat(findings(List.of(ours.first()), one, ours.checkpoint(2, 4, one.hash())))
                .containsExactly("checkpoint 2: its tree is smaller than the one before");
    }

    @Test
    void keyThatNobodyHandedOverToIsFound() {
        Checkpoint one = ours.checkpoint(1, 5, ChainEntry.GENESIS);
        Checkpoint two = next.checkpoint(2, 5, one.hash());
        for (AuditKey forged : List.of(
                next.first(),
                next.after(ours, next, next),
                next.after(ours, ours, ours),
                new AuditKey(
                        next.publicKey(), foreign.after(ours, ours, foreign).handover(), null, null))) {
            assertThat(findings(List.of(ours.first(), forged), one, two))
                    .containsExactly("checkpoint 2: its key does not come from the key before:"
                            + " no hand-over signed by both");
        }
    }

    private static List<String> findings(List<AuditKey> keys, Checkpoint... checkpoints) {
        return check(keys, checkpoints).list().stream().map(Finding::toString).toList();
    }

    private static Findings check(List<AuditKey> keys, Checkpoint... checkpoints) {
        Findings findings = new Findings();
        CheckpointCheck check = new CheckpointCheck(new KeyRing(keys), findings);
        for (Checkpoint checkpoint : checkpoints) {
            check.next(checkpoint);
        }
        return findings;
    }
}
