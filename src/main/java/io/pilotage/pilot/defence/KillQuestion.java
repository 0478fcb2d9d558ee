package io.pilotage.pilot.defence;

import io.pilotage.identity.Role;
import io.pilotage.pilot.StallReason;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** The question whether a pilot goes on, from the criterion that was met to the answer. */
@Table("kill_question")
public class KillQuestion {

    /** How the question was answered. */
    public enum Outcome {
        DEFENDED,
        STOPPED,
        /** The pilot ended otherwise before anybody answered. */
        LAPSED
    }

    @Id
    private final String id;

    private final String pilotKey;

    @Embedded(onEmpty = OnEmpty.USE_EMPTY)
    private final KillCause cause;

    private final Instant openedAt;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable Defence defence;

    @MappedCollection(idColumn = "question_id", keyColumn = "position")
    private List<Defence.Limit> limits = new ArrayList<>();

    @MappedCollection(idColumn = "question_id", keyColumn = "position")
    private List<Defence.Evidence> evidence = new ArrayList<>();

    @MappedCollection(idColumn = "question_id", keyColumn = "position")
    private List<Opinion> opinions = new ArrayList<>();

    private @Nullable Outcome outcome;
    private @Nullable StallReason stallReason;
    private @Nullable String note;
    private @Nullable Instant decidedAt;
    private String criterion = "";
    private boolean finalWord;
    private String defender = Role.BU_SPONSOR.group();

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    KillQuestion(String id, String pilotKey, KillCause cause, Instant openedAt) {
        this.id = id;
        this.pilotKey = pilotKey;
        this.cause = cause;
        this.openedAt = openedAt;
    }

    /** A question just raised. */
    static KillQuestion raised(
            String pilotKey, KillCause cause, String criterion, boolean finalWord, String defender, Instant at) {
        KillQuestion question = new KillQuestion(UUID.randomUUID().toString(), pilotKey, cause, at);
        question.criterion = criterion;
        question.finalWord = finalWord;
        question.defender = defender;
        return question;
    }

    /** @throws Refused when a new limit is checked after the day on which the pilot is judged again */
    void defend(Defence brought, List<Defence.Limit> newLimits, List<Defence.Evidence> newEvidence) {
        if (newLimits.stream().anyMatch(limit -> limit.checkedOn().isAfter(brought.judgeOn()))) {
            throw new Refused("pilot.defence.checkedTooLate", brought.judgeOn());
        }
        defence = brought;
        limits = new ArrayList<>(newLimits);
        evidence = new ArrayList<>(newEvidence);
    }

    /** Notes an opinion, in place of an earlier one of the same role. */
    void examine(Opinion opinion) {
        opinions.removeIf(earlier -> earlier.roleGroup().equals(opinion.roleGroup()));
        opinions.add(opinion);
    }

    /** Notes why the pilot is not defended, or is; it counts when the question is closed. */
    void giveReason(@Nullable StallReason reason, @Nullable String text) {
        stallReason = reason;
        note = text;
    }

    void close(Outcome answer, Instant at) {
        outcome = answer;
        decidedAt = at;
    }

    /** What is defended at most once: the measure of the limit that was missed. */
    public String criterion() {
        return criterion;
    }

    /** Whether it was agreed beforehand that the pilot then stops. */
    public boolean isFinalWord() {
        return finalWord;
    }

    /** Group whose people may defend the pilot. */
    public String defender() {
        return defender;
    }

    public boolean isOpen() {
        return outcome == null;
    }

    public String id() {
        return id;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public KillCause cause() {
        return cause;
    }

    public Instant openedAt() {
        return openedAt;
    }

    public @Nullable Defence defence() {
        return defence;
    }

    public List<Defence.Limit> limits() {
        return List.copyOf(limits);
    }

    public List<Defence.Evidence> evidence() {
        return List.copyOf(evidence);
    }

    public List<Opinion> opinions() {
        return List.copyOf(opinions);
    }

    public @Nullable Outcome outcome() {
        return outcome;
    }

    public @Nullable StallReason stallReason() {
        return stallReason;
    }

    public @Nullable String note() {
        return note;
    }

    public @Nullable Instant decidedAt() {
        return decidedAt;
    }
}
