package io.pilotage.pilot.defence;

import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.Role;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.PilotStatusChanged;
import io.pilotage.pilot.StallReason;
import io.pilotage.pilot.defence.KillQuestion.Outcome;
import io.pilotage.workflow.Journeys;
import io.pilotage.workflow.Refused;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Calls a pilot into question: it is defended, once against each criterion, or it stops; silence means stop. */
@Service
@Transactional
public class KillOrDefend {

    /** Whatever calls a pilot into question without a limit agreed beforehand counts as one criterion. */
    private static final String OTHER = "other";

    private final KillQuestions questions;
    private final PilotManagement pilots;
    private final Journeys journeys;
    private final Trail trail;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    KillOrDefend(
            KillQuestions questions,
            PilotManagement pilots,
            Journeys journeys,
            Trail trail,
            Clock clock,
            ApplicationEventPublisher events) {
        this.questions = questions;
        this.pilots = pilots;
        this.journeys = journeys;
        this.trail = trail;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Calls the pilot into question.
     *
     * @return false when that is so already, or when the case is over
     */
    public boolean open(String pilotKey, KillCause cause) {
        return open(pilotKey, cause, OTHER, false, Role.BU_SPONSOR.group());
    }

    /**
     * The same where it may have been agreed that there is nothing to defend.
     *
     * @param criterion what is defended at most once
     * @param finalWord whether the pilot stops without a defence; it does not wait for the answer to another question
     * @param defender group whose people may defend it
     */
    public boolean open(String pilotKey, KillCause cause, String criterion, boolean finalWord, String defender) {
        questions.hold(pilotKey);
        if (pilots.get(pilotKey).status().isFinal()
                || current(pilotKey)
                        .filter(question -> !finalWord || question.isFinalWord())
                        .isPresent()) {
            return false;
        }
        current(pilotKey).ifPresent(question -> {
            question.close(Outcome.LAPSED, clock.instant());
            questions.save(question);
        });
        questions.save(KillQuestion.raised(pilotKey, cause, criterion, finalWord, defender, clock.instant()));
        journeys.start("killCriterionMet", pilotKey, Map.of());
        return true;
    }

    /** Keeps the defence. @throws Refused when a new limit is checked too late */
    public void defend(String pilotKey, Defence defence, List<Defence.Limit> limits, List<Defence.Evidence> evidence) {
        KillQuestion question = get(pilotKey);
        question.defend(defence, limits, evidence);
        questions.save(question);
    }

    public void examine(String pilotKey, Opinion opinion) {
        KillQuestion question = get(pilotKey);
        question.examine(opinion);
        questions.save(question);
    }

    /** Keeps what was said for or against going on. */
    public void giveReason(String pilotKey, @Nullable StallReason reason, @Nullable String note) {
        KillQuestion question = get(pilotKey);
        question.giveReason(reason, note);
        questions.save(question);
    }

    /** The defence holds: the new limits and the day are sealed in the trail, and the chance is used up. */
    public void uphold(String pilotKey) {
        KillQuestion question = get(pilotKey);
        question.close(Outcome.DEFENDED, clock.instant());
        questions.save(question);
        Defence defence = Objects.requireNonNull(question.defence());
        trail.append(TrailEntry.of(pilotKey, clock.instant(), TrailEntry.PRODUCT, DefendedTerms.ENTRY)
                .argument("judgeOn", defence.judgeOn().toString())
                .details(Map.of(
                        "limits",
                        question.limits().stream()
                                .map(limit -> Map.of(
                                        "metric", limit.metric(),
                                        "comparator", limit.comparator(),
                                        "threshold", limit.threshold(),
                                        "checkedOn", limit.checkedOn(),
                                        "source", limit.source()))
                                .toList()))
                .build());
        events.publishEvent(new PilotDefended(
                pilotKey, question.criterion(), defence.judgeOn(), question.limits(), clock.instant()));
    }

    /** The pilot stops and its journey ends; where nobody said why, nobody owned it. A case that is over stays as it is. */
    public void stop(String pilotKey) {
        KillQuestion question = get(pilotKey);
        question.close(Outcome.STOPPED, clock.instant());
        questions.save(question);
        if (!pilots.get(pilotKey).status().isFinal()) {
            StallReason reason = Objects.requireNonNullElse(question.stallReason(), StallReason.OWNERSHIP);
            String note =
                    Objects.requireNonNullElse(question.note(), question.cause().reason());
            pilots.become(pilotKey, PilotStatus.STOPPED, reason, note);
            trail.append(TrailEntry.of(pilotKey, clock.instant(), TrailEntry.PRODUCT, "pilotStopped")
                    .words("reason", note)
                    .build());
        }
    }

    /** A case that is over is in question no longer. */
    @EventListener
    public void lapse(PilotStatusChanged changed) {
        if (changed.status().isFinal()) {
            current(changed.pilotKey()).ifPresent(question -> {
                question.close(Outcome.LAPSED, changed.at());
                questions.save(question);
            });
        }
    }

    /** Whether the open question has its one chance left: its criterion was never defended, nor was it agreed to stop. */
    @Transactional(readOnly = true)
    public boolean mayBeDefended(String pilotKey) {
        return current(pilotKey)
                .filter(question -> !question.isFinalWord())
                .filter(question -> !wasDefended(pilotKey, question.criterion()))
                .isPresent();
    }

    private boolean wasDefended(String pilotKey, String criterion) {
        return of(pilotKey).stream()
                .anyMatch(question -> question.outcome() == Outcome.DEFENDED
                        && question.criterion().equals(criterion));
    }

    /** The open question, if there is one. */
    @Transactional(readOnly = true)
    public Optional<KillQuestion> current(String pilotKey) {
        return questions.findByPilotKeyOrderByOpenedAtDesc(pilotKey).stream()
                .filter(KillQuestion::isOpen)
                .findFirst();
    }

    /** Every question raised on the case, newest first. */
    @Transactional(readOnly = true)
    public List<KillQuestion> of(String pilotKey) {
        return questions.findByPilotKeyOrderByOpenedAtDesc(pilotKey);
    }

    private KillQuestion get(String pilotKey) {
        return current(pilotKey).orElseThrow(() -> new Refused("pilot.defence.notInQuestion", pilotKey));
    }
}
