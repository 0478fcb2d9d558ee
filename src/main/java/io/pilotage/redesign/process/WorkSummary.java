package io.pilotage.redesign.process;

import io.pilotage.redesign.RedesignManagement;
import io.pilotage.redesign.Roster;
import io.pilotage.redesign.WorkflowChange;
import io.pilotage.redesign.WorkflowChange.RitualChange;
import io.pilotage.workflow.Notation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The change of work in the words that people read on their tasks. */
@Component
class WorkSummary {

    private static final String NOTHING = "–";

    private final RedesignManagement redesign;
    private final MessageSource messages;

    WorkSummary(RedesignManagement redesign, MessageSource messages) {
        this.redesign = redesign;
        this.messages = messages;
    }

    List<Map<String, Object>> rituals(String pilotKey) {
        return redesign.changeOf(pilotKey).rituals().stream()
                .map(ritual -> Map.<String, Object>of(
                        "name", ritual.name(), "kind", say("ritual", ritual.kind()), "role", ritual.role()))
                .toList();
    }

    List<Map<String, Object>> ritualChanges(String pilotKey) {
        return redesign.changeOf(pilotKey).ritualChanges().stream()
                .map(change -> Map.<String, Object>of(
                        "name", change.name(), "change", say("change", change.change()), "promise", promise(change)))
                .toList();
    }

    List<Map<String, Object>> objections(String pilotKey) {
        List<Map<String, Object>> rows = new ArrayList<>();
        redesign.objectionsOf(pilotKey).forEach(objection -> {
            Map<String, Object> row = new HashMap<>();
            row.put("raisedBy", say("side", objection.raisedBy()));
            row.put("concern", objection.concern());
            row.put("answer", objection.answer());
            rows.add(row);
        });
        return rows;
    }

    List<Map<String, Object>> roster(String pilotKey) {
        return redesign.rosterOf(pilotKey).map(Roster::segments).orElse(List.of()).stream()
                .map(segment -> Map.<String, Object>of(
                        "name", segment.name(),
                        "people", segment.people(),
                        "expectedUse", say("use", segment.expectedUse())))
                .toList();
    }

    /** What changes, for the signers; minutes as watched with users where somebody watched. */
    Map<String, Object> change(String pilotKey) {
        WorkflowChange work = redesign.changeOf(pilotKey);
        Map<String, Object> change = new HashMap<>();
        change.put("overlay", work.isOverlay());
        change.put("mapped", work.minutesAfter() != null);
        change.put("minutesBefore", work.minutesBefore());
        change.put("minutesAfter", work.minutesAfter());
        redesign.frictionOf(pilotKey).ifPresent(friction -> {
            change.put("minutesBefore", friction.minutesBefore());
            change.put("minutesAfter", friction.minutesAfter());
        });
        change.put("workRemoved", Objects.requireNonNullElse(work.workRemoved(), NOTHING));
        change.put("fallback", Objects.requireNonNullElse(work.fallback(), NOTHING));
        return change;
    }

    /** What the gate asks for and whether it is there. */
    List<Map<String, Object>> criteria(List<String> requirements, List<String> missing) {
        return requirements.stream()
                .map(requirement -> Map.<String, Object>of(
                        "criterion", words("pilot.requirement." + requirement.replace(':', '.'), requirement),
                        "met", words(missing.contains(requirement) ? "pilot.notMet" : "pilot.met", requirement)))
                .toList();
    }

    private String promise(RitualChange change) {
        LocalDate from = change.effectiveOn();
        return Objects.requireNonNullElse(change.owner(), NOTHING)
                + ", "
                + (from == null ? NOTHING : Notation.day(from, messages));
    }

    private String say(String list, String code) {
        return words("redesign." + list + "." + code, code);
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
