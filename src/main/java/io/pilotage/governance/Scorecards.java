package io.pilotage.governance;

import io.pilotage.audit.TrailEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.repository.CrudRepository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What counts against each function: questions it asked too late, reviews it left unanswered. */
@Service
@Transactional
public class Scorecards {

    private final FunctionMarks marks;
    private final Reviews reviews;
    private final ApplicationEventPublisher events;

    Scorecards(FunctionMarks marks, Reviews reviews, ApplicationEventPublisher events) {
        this.marks = marks;
        this.reviews = reviews;
        this.events = events;
    }

    /** Notes a question that was raised at the gate instead of in the review. */
    public void lateQuestion(String pilotKey, Branch branch, String question, String raisedBy, Instant at) {
        mark(pilotKey, branch, FunctionMark.LATE_QUESTION, question, raisedBy, at);
        events.publishEvent(new LateQuestionRaised(pilotKey, branch, question, raisedBy, at));
    }

    /** Notes that a review stayed silent up to the last level; once for each round of the review. */
    public void silence(String pilotKey, Branch branch, Instant at) {
        Instant askedAt = reviews.findByPilotKeyAndBranch(pilotKey, branch)
                .map(Review::askedAt)
                .orElse(at);
        boolean noted = marks.findByPilotKey(pilotKey).stream()
                .anyMatch(mark -> mark.branch() == branch
                        && mark.kind().equals(FunctionMark.SILENCE)
                        && !mark.notedAt().isBefore(askedAt));
        if (!noted) {
            mark(pilotKey, branch, FunctionMark.SILENCE, null, TrailEntry.PRODUCT, at);
        }
    }

    /** The marks of a case, oldest first. */
    @Transactional(readOnly = true)
    public List<FunctionMark> of(String pilotKey) {
        return marks.findByPilotKey(pilotKey);
    }

    /** Number of marks of a kind by function, over all cases. */
    @Transactional(readOnly = true)
    public Map<String, Long> byFunction(String kind) {
        return marks.findByKind(kind).stream()
                .collect(Collectors.groupingBy(FunctionMark::roleGroup, Collectors.counting()));
    }

    private void mark(String pilotKey, Branch branch, String kind, @Nullable String note, String by, Instant at) {
        String role = branch.role().group();
        marks.save(new FunctionMark(UUID.randomUUID().toString(), pilotKey, branch, role, kind, note, by, at, null));
    }
}

/** Marks of every function. */
interface FunctionMarks extends CrudRepository<FunctionMark, String> {

    List<FunctionMark> findByPilotKey(String pilotKey);

    List<FunctionMark> findByKind(String kind);
}
