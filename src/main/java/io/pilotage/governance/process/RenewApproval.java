package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.StaleReviews;
import io.pilotage.pilot.defence.KillCause;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.workflow.HumanTask;
import io.pilotage.workflow.Submission;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What a function approved has materially changed: it approves what it sees now, or withdraws its approval. */
@Component
class RenewApproval implements HumanTask<RenewApproval.Answers> {

    private static final String ROLE = "staleRole";

    private final StaleReviews stale;
    private final KillOrDefend kills;
    private final MessageSource messages;

    RenewApproval(StaleReviews stale, KillOrDefend kills, MessageSource messages) {
        this.stale = stale;
        this.kills = kills;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> completed(Answers answers, Submission submission) {
        String pilotKey = submission.pilotKey();
        if (answers.decision.equals("stands")) {
            stale.confirm(
                    pilotKey,
                    Branch.ofRole(Objects.requireNonNull(submission.text(ROLE))),
                    submission.actor(),
                    submission.at());
        } else {
            kills.open(
                    pilotKey,
                    new KillCause(
                            Objects.requireNonNull(answers.reason),
                            null,
                            null,
                            LocalDate.ofInstant(submission.at(), ZoneOffset.UTC)));
        }
        return Map.of("approvalsStand", stale.of(pilotKey).isEmpty());
    }

    @Override
    public Map<String, Object> context(String pilotKey, Map<String, Object> variables) {
        Object role = variables.get(ROLE);
        return role == null
                ? Map.of()
                : Map.of("changes", rows(stale.changed(pilotKey, Branch.ofRole(role.toString()))));
    }

    @Override
    public boolean opensWithLastAnswers() {
        return false;
    }

    private List<Map<String, Object>> rows(List<String> changed) {
        return changed.stream()
                .map(field -> field.split("\\.", 2))
                .map(parts -> Map.<String, Object>of(
                        "object", say("seal.object." + parts[0], parts[0]),
                        "field", say("seal.field." + parts[1], parts[1])))
                .toList();
    }

    private String say(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }

    /** What the form asks. */
    record Answers(String decision, @Nullable String reason) {}
}
