package io.pilotage.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.verify.ChainEntry;
import io.pilotage.verify.Finding;
import io.pilotage.verify.Findings;
import io.pilotage.verify.PersonalValue;
import io.pilotage.verify.Sha256;
import io.pilotage.verify.TrailCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A forger with the database at hand changes a chain of 10,000 entries; whatever it is, it is found and named. */
class TamperingTests {

    private static final String CHAIN = "P-1";
    private static final int LENGTH = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(TamperingTests.class);

    /** So many tries for each of the ways: a few in a build, more than ten thousand altogether in the long run. */
    private static final int TRIES = Integer.getInteger("pilotage.rounds", 1) > 1 ? 1_000 : 7;

    /** New places in every build. */
    private static final long SEED = System.nanoTime();

    private static TrailCopy original;

    /** Ways to tamper; each returns the number of the first entry that is not as it was. */
    enum Way {
        EDIT_CONTENT {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                ChainEntry entry = trail.entries.get(at);
                char[] content = entry.content().toCharArray();
                int character = chance.nextInt(content.length);
                content[character] = (char) (content[character] ^ (1 + chance.nextInt(15)));
                trail.entries.set(at, changed(entry, new String(content), entry.hash()));
                return at + 1;
            }
        },
        EDIT_CONTENT_AND_HASH {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                ChainEntry entry = trail.entries.get(at);
                String content = entry.content().replace("\"go\"", "\"stop\"");
                trail.entries.set(at, changed(entry, content, Sha256.hex(content)));
                return at + 1;
            }
        },
        EDIT_HASH {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                ChainEntry entry = trail.entries.get(at);
                trail.entries.set(at, changed(entry, entry.content(), Sha256.hex("x" + at)));
                return at + 1;
            }
        },
        DELETE {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                ChainEntry gone = trail.entries.remove(at);
                trail.personal.remove(gone.place());
                return at + 1;
            }
        },
        INSERT {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                ChainEntry before = trail.entries.get(at);
                TrailCopy forged = TrailCopy.ofChain(CHAIN, 0);
                forged.add(TrailCopy.entry(CHAIN, at + 2, "forged"), before.number() + 1, before.hash());
                trail.entries.add(at + 1, forged.entries.get(0));
                return at + 2;
            }
        },
        SWAP {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                int other = (at + 1 + chance.nextInt(LENGTH - 1)) % LENGTH;
                ChainEntry one = trail.entries.get(at);
                ChainEntry two = trail.entries.get(other);
                trail.entries.set(at, new ChainEntry(CHAIN, one.number(), two.content(), two.hash()));
                trail.entries.set(other, new ChainEntry(CHAIN, two.number(), one.content(), one.hash()));
                return Math.min(at, other) + 1;
            }
        },
        TRUNCATE {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                List<ChainEntry> tail = trail.entries.subList(at, LENGTH);
                tail.forEach(gone -> trail.personal.remove(gone.place()));
                tail.clear();
                return LENGTH;
            }
        },
        REWRITE_FROM_HERE_WITH_NEW_HASHES {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                String previous =
                        at == 0 ? ChainEntry.GENESIS : trail.entries.get(at - 1).hash();
                List<ChainEntry> tail = trail.entries.subList(at, LENGTH);
                tail.forEach(gone -> trail.personal.remove(gone.place()));
                tail.clear();
                for (int number = at + 1; number <= LENGTH; number++) {
                    previous = trail.add(TrailCopy.entry(CHAIN, number, "stop"), number, previous);
                }
                return LENGTH;
            }
        },
        EDIT_PERSONAL_VALUE {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                List<PersonalValue> values = trail.own(at);
                PersonalValue value = values.remove(0);
                values.add(new PersonalValue(value.field(), value.salt(), value.value() + "x"));
                return at + 1;
            }
        },
        DELETE_PERSONAL_VALUE {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                trail.own(at).remove(0);
                return at + 1;
            }
        },
        INSERT_PERSONAL_VALUE {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                trail.own(at).add(new PersonalValue("details/more", "0".repeat(32), "said by nobody"));
                return at + 1;
            }
        },
        LEAVE_A_PERSONAL_VALUE_BEHIND {
            @Override
            int tamper(TrailCopy trail, int at, Random chance) {
                PersonalValue value = trail.own(at).get(0);
                TrailCheck.add(trail.personal, CHAIN, LENGTH + 1L + at, value);
                return LENGTH + 1 + at;
            }
        };

        abstract int tamper(TrailCopy trail, int at, Random chance);

        private static ChainEntry changed(ChainEntry entry, String content, String hash) {
            return new ChainEntry(entry.chain(), entry.number(), content, hash);
        }
    }

    @BeforeAll
    static void write() {
        original = TrailCopy.ofChain(CHAIN, LENGTH);
    }

    @Test
    void untouchedChainPasses() {
        Findings findings = original.copy().check();
        assertThat(findings.list()).isEmpty();
        assertThat(findings.remarks()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void everyTryIsFoundAndTheFirstBadEntryNamed(Way way) {
        Random chance = new Random(SEED + way.ordinal());
        for (int one = 0; one < TRIES; one++) {
            // The very first and the very last entry are always among the tries.
            int at = one == 0 ? 0 : one == 1 ? LENGTH - 1 : chance.nextInt(LENGTH);
            TrailCopy trail = original.copy();
            int first = way.tamper(trail, at, chance);
            trail.sort();
            List<Finding> found = trail.check().list();
            assertThat(found).as("%s at %d, seed %d", way, at + 1, SEED).isNotEmpty();
            // Who edits an entry together with its hash is seen at the entry behind it, or at the checkpoint.
            assertThat(found.get(0).where())
                    .as("%s at %d", way, at + 1)
                    .satisfiesAnyOf(
                            where -> assertThat(where).startsWith(ChainEntry.place(CHAIN, first)),
                            where -> assertThat(where).isEqualTo(ChainEntry.place(CHAIN, first + 1)));
        }
        LOG.warn("TAMPERING {}: {} tries on a chain of {} entries, all found", way, TRIES, LENGTH);
    }

    @Test
    void erasureThatSaysSoPasses() {
        TrailCopy trail = TrailCopy.ofChain(CHAIN, 9);
        List<String> erased = new ArrayList<>();
        trail.personal.values().forEach(values -> values.removeIf(value -> erased.add(value.commitment())));
        assertThat(trail.copy().check().count()).isEqualTo(18);

        trail.add(
                TrailEntry.of(
                                CHAIN,
                                java.time.Instant.parse("2027-01-01T00:00:00Z"),
                                TrailEntry.PRODUCT,
                                "personErased")
                        .details(java.util.Map.of("commitments", erased))
                        .build(),
                10,
                trail.entries.get(8).hash());
        assertThat(trail.check().list()).isEmpty();
    }

    @Test
    void clockThatRunsBackwardsIsRemarkedAndBreaksNothing() {
        TrailCopy trail = TrailCopy.ofChain(CHAIN, 3);
        trail.add(TrailCopy.entry(CHAIN, 1, "go"), 4, trail.entries.get(2).hash());
        Findings findings = trail.check();
        assertThat(findings.list()).isEmpty();
        assertThat(findings.remarks())
                .singleElement()
                .satisfies(remark -> assertThat(remark.where()).isEqualTo("P-1, entry 4"));
    }

    @Test
    void gapIsNamedAsAGap() {
        TrailCopy trail = TrailCopy.ofChain(CHAIN, 3);
        ChainEntry gone = trail.entries.remove(1);
        trail.personal.remove(gone.place());
        assertThat(trail.check().list().get(0))
                .hasToString("P-1, entry 3: the entry before is missing; the last one that fits is number 1");
    }

    @Test
    void entryOfAnotherCaseIsNamed() {
        TrailCopy other = TrailCopy.ofChain("P-2", 2);
        TrailCopy trail = TrailCopy.ofChain(CHAIN, 2);
        ChainEntry foreign = other.entries.get(0);
        trail.entries.set(0, new ChainEntry(CHAIN, 1, foreign.content(), foreign.hash()));
        assertThat(trail.check().list().get(0)).hasToString("P-1, entry 1: the content belongs to P-2, entry 1");
    }
}
