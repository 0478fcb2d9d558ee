package io.pilotage.seal;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.workflow.DecisionTables;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An approval freezes what was approved: it keeps the hash of what the approver saw, and when a later change touches it
 * materially, by the decision table {@code materialFields}, it does not count any more.
 */
@Service
public class ApprovalFreeze {

    private final ApprovalRows rows;
    private final ObjectProvider<SeenByApprovers> sources;
    private final DecisionTables tables;
    private final Trail trail;
    private final ApplicationEventPublisher events;

    ApprovalFreeze(
            ApprovalRows rows,
            ObjectProvider<SeenByApprovers> sources,
            DecisionTables tables,
            Trail trail,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.sources = sources;
        this.tables = tables;
        this.trail = trail;
        this.events = events;
    }

    /**
     * Keeps what the approver sees now, and marks other approvals that the same step has made stale.
     *
     * @param approval code of what is approved, as {@code materialFields} knows it
     * @param by id of the approver
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void approve(String pilotKey, String approval, String by, Instant at) {
        trail.hold(pilotKey);
        List<ApprovalRows.Kept> kept = rows.latest(pilotKey);
        Map<String, SealedContent> objects = seenOn(pilotKey);
        mark(pilotKey, kept, objects, approval, at);
        SeenFields now = SeenFields.of(objects);
        int number = kept.stream()
                .filter(one -> one.approval().approval().equals(approval))
                .mapToInt(one -> one.approval().number() + 1)
                .findFirst()
                .orElse(1);
        long entry = trail.append(TrailEntry.of(pilotKey, at, by, "approvalFrozen")
                .argument("approval", approval)
                .argument("sha256", now.sha256())
                .details(Map.of("number", number, "fields", now.hashes()))
                .build());
        rows.add(
                new Approval(
                        pilotKey, approval, number, now.sha256(), entry, at.truncatedTo(ChronoUnit.SECONDS), List.of()),
                now);
    }

    /** Something was sealed anew: what was approved before is held against it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(SealedAnew sealed) {
        if (sealed.version() > 1) {
            List<ApprovalRows.Kept> kept = rows.latest(sealed.pilotKey());
            if (!kept.isEmpty()) {
                mark(sealed.pilotKey(), kept, seenOn(sealed.pilotKey()), null, sealed.at());
            }
        }
    }

    /** The last approval of each code on a case, each with what has changed since. */
    @Transactional(readOnly = true)
    public List<Approval> of(String pilotKey) {
        return rows.latest(pilotKey).stream().map(ApprovalRows.Kept::approval).toList();
    }

    private Map<String, SealedContent> seenOn(String pilotKey) {
        Map<String, SealedContent> objects = new HashMap<>();
        sources.forEach(source -> objects.putAll(source.seenOn(pilotKey)));
        return objects;
    }

    private void mark(
            String pilotKey,
            List<ApprovalRows.Kept> kept,
            Map<String, SealedContent> now,
            @Nullable String except,
            Instant at) {
        List<String> stale = new ArrayList<>();
        for (ApprovalRows.Kept one : kept) {
            Approval approval = one.approval();
            if (approval.isStale() || approval.approval().equals(except)) {
                continue;
            }
            List<String> changed = one.seen().changedIn(now).stream()
                    .filter(field -> isMaterial(field, approval.approval()))
                    .toList();
            if (!changed.isEmpty()) {
                long entry = trail.append(TrailEntry.of(pilotKey, at, TrailEntry.PRODUCT, "approvalStale")
                        .argument("approval", approval.approval())
                        .argument("changed", changed)
                        .details(Map.of("number", approval.number()))
                        .build());
                rows.stale(approval, changed, entry);
                stale.add(approval.approval());
            }
        }
        if (!stale.isEmpty()) {
            events.publishEvent(new ApprovalsStale(pilotKey, List.copyOf(stale), at));
        }
    }

    private boolean isMaterial(String field, String approval) {
        int dot = field.indexOf('.');
        return tables.ruleList(
                        "materialFields", Map.of("object", field.substring(0, dot), "field", field.substring(dot + 1)))
                .contains(approval);
    }
}
