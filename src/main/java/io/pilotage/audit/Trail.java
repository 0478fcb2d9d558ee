package io.pilotage.audit;

import io.pilotage.verify.PersonalValue;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The trail (R15, R32): entries are appended and read, never changed.
 *
 * <p>Each case has a chain of its own, numbered without gaps, each entry hashed together with the hash of the one before;
 * so transactions that append to the same case wait for each other, and those of different cases never do. What belongs
 * to no case goes into the chains of {@link Undertaking}.
 */
@Service
public class Trail {

    private static final Logger LOG = LoggerFactory.getLogger(Trail.class);

    private final TrailEntries entries;
    private final ObjectProvider<CasePhases> phases;
    private final TransactionTemplate transactions;

    Trail(TrailEntries entries, ObjectProvider<CasePhases> phases, PlatformTransactionManager transactions) {
        this.entries = entries;
        this.phases = phases;
        this.transactions = new TransactionTemplate(transactions);
    }

    /**
     * Appends an entry in the caller's transaction: neither is there without the other, and what is undone was never done.
     *
     * @return its number in the chain
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public long append(TrailEntry entry) {
        return entries.append(placed(entry));
    }

    /** Makes whoever works on the same case wait until the caller's transaction is over: what is read now stays true. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hold(String chain) {
        entries.hold(chain);
    }

    /** The personal values of an entry that still exist, each with the salt of its commitment. */
    @Transactional(readOnly = true)
    public List<PersonalValue> personal(String chain, long number) {
        return entries.personal(chain, number);
    }

    /** One entry, if there is one of that number. */
    @Transactional(readOnly = true)
    public Optional<RecordedEntry> entry(String chain, long number) {
        return entries.find(chain, number);
    }

    /**
     * Appends an entry about something that changes nothing in the database, such as a list that is handed out; in the
     * caller's transaction where there is one.
     */
    @Transactional
    public void note(TrailEntry entry) {
        entries.append(placed(entry));
    }

    /**
     * Appends an entry that stays when the caller's transaction is undone, because an attempt that was refused is worth
     * knowing.
     *
     * <p>Within a transaction the entry is written as soon as that one is over, for two reasons: the refused transaction
     * may itself hold the case's trail, and a second connection per refusal would exhaust the pool under a race.
     */
    public void appendRefusal(TrailEntry entry) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    appendAfterwards(entry);
                }
            });
        } else {
            transactions.executeWithoutResult(transaction -> entries.append(placed(entry)));
        }
    }

    /** Who did something of a kind at an element of the case's models, for separation of duties. */
    @Transactional(readOnly = true)
    public Set<String> actorsOf(String chain, String kind, String elementId) {
        return entries.actorsOf(chain, kind, elementId);
    }

    /** Who did something of a kind at an element of the case's models the last time, or empty when nobody has. */
    @Transactional(readOnly = true)
    public Optional<String> lastActorOf(String chain, String kind, String elementId) {
        return entries.lastActorOf(chain, kind, elementId);
    }

    /** Everybody who did something on the case and was not erased, in the order of their ids. */
    @Transactional(readOnly = true)
    public List<String> actorsOf(String chain) {
        return entries.actorsOf(chain);
    }

    /** Entries of the case, newest first. */
    @Transactional(readOnly = true)
    public Slice<RecordedEntry> of(String chain, TrailFilter filter, Pageable page) {
        return entries.find(chain, filter, page);
    }

    /** What was undertaken outside of any case, newest first by the clock, from all chains that it is spread over. */
    @Transactional(readOnly = true)
    public Slice<RecordedEntry> of(Undertaking undertaking, Pageable page) {
        int upTo = (page.getPageNumber() + 1) * page.getPageSize();
        List<RecordedEntry> newest = undertaking.chains().stream()
                .flatMap(chain -> entries.find(chain, TrailFilter.ALL, PageRequest.of(0, upTo + 1)).stream())
                .sorted(Comparator.comparing(
                                (RecordedEntry recorded) -> recorded.entry().at())
                        .thenComparing(RecordedEntry::number)
                        .reversed())
                .toList();
        List<RecordedEntry> shown =
                newest.subList((int) Math.min(page.getOffset(), newest.size()), Math.min(upTo, newest.size()));
        return new SliceImpl<>(shown, page, newest.size() > upTo);
    }

    /** What is done with a case is done in a phase of it, whoever appends. */
    private TrailEntry placed(TrailEntry entry) {
        CasePhases known = phases.getIfAvailable();
        return known == null || entry.phase() != null || Undertaking.isOne(entry.chain())
                ? entry
                : entry.inPhase(known.of(entry.chain(), entry.processId()));
    }

    private void appendAfterwards(TrailEntry entry) {
        try {
            entries.appendAndCommit(placed(entry));
        } catch (RuntimeException e) {
            LOG.error(
                    "Not in the trail: {} of {} by {} at {}",
                    entry.kind(),
                    entry.chain(),
                    entry.actor(),
                    entry.elementId(),
                    e);
        }
    }
}
