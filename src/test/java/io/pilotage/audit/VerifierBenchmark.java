package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.benchmarks.Times;
import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Findings;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.Sha256;
import io.pilotage.verify.TrailCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How many entries the verifier checks in a second on one core, beside what their hashes alone take. */
class VerifierBenchmark {

    private static final int CHAINS = 100;
    private static final int LENGTH = 1_000;
    private static final int ROUNDS = Integer.getInteger("verifier.rounds", 8);

    @Test
    void entriesASecond() throws Exception {
        List<TrailCopy> chains = new ArrayList<>();
        for (int chain = 0; chain < CHAINS; chain++) {
            chains.add(TrailCopy.ofChain("P-" + chain, LENGTH));
        }
        Times check = new Times();
        Times hash = new Times();
        for (int round = 0; round < ROUNDS; round++) {
            List<Map<String, List<PersonalValue>>> personal = new ArrayList<>();
            List<Map<String, String>> anchors = new ArrayList<>();
            chains.forEach(chain -> {
                TrailCopy copy = chain.copy();
                personal.add(copy.personal);
                anchors.add(new HashMap<>(copy.anchors));
            });
            Findings findings = new Findings();
            check.time(() -> {
                TrailCheck trail = new TrailCheck(findings);
                for (int i = 0; i < CHAINS; i++) {
                    trail.next(chains.get(i).entries, personal.get(i), anchors.get(i), TrailCheck.nothing());
                }
                trail.end();
            });
            assertThat(findings.list()).isEmpty();
            hash.time(() -> hashAlone(chains));
        }
        double best = check.at(0);
        Times.say(
                "verifier: %d entries of %d bytes with 2 personal values each, best of %d rounds: %.0f a second on one core;"
                        + " their hashes alone: %.0f a second; median %.0f",
                CHAINS * LENGTH,
                chains.get(0).entries.get(0).content().length(),
                ROUNDS,
                CHAINS * LENGTH / best * 1000,
                CHAINS * LENGTH / hash.at(0) * 1000,
                CHAINS * LENGTH / check.median() * 1000);
    }

    private static void hashAlone(List<TrailCopy> chains) {
        int wrong = 0;
        for (TrailCopy chain : chains) {
            for (ChainEntry entry : chain.entries) {
                wrong += Sha256.hex(entry.content()).equals(entry.hash()) ? 0 : 1;
            }
            for (List<PersonalValue> values : chain.personal.values()) {
                for (PersonalValue value : values) {
                    wrong += value.commitment().length() == 64 ? 0 : 1;
                }
            }
        }
        assertThat(wrong).isZero();
    }
}
