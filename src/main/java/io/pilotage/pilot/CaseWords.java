package io.pilotage.pilot;

import io.pilotage.audit.TrailEntry;
import io.pilotage.identity.People;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says the codes of cases in the reader's language: roles, phases, gates, statuses, reasons, tasks, people. */
@Component
public class CaseWords {

    private final MessageSource messages;
    private final People people;

    CaseWords(MessageSource messages, People people) {
        this.messages = messages;
        this.people = people;
    }

    /** The message of a key, with what it names. */
    public String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, key, LocaleContextHolder.getLocale());
    }

    /** A role by its group, for example {@code bu-sponsor}. */
    public String role(String group) {
        return orCode("site.role." + group, group);
    }

    /** A phase by the id of its process. */
    public String phase(String process) {
        return orCode("pilot.phase." + process, process);
    }

    public String phase(Phase phase) {
        return phase(phase.process());
    }

    /** A tier, or that nobody has answered the questions it depends on. */
    public String tier(@Nullable Tier tier) {
        return orCode("pilot.tier." + (tier == null ? "unknown" : tier.code()), "?");
    }

    public String gate(String gate) {
        return orCode("pilot.gate." + gate, gate);
    }

    /** What a gate decided, by its code, for example {@code goConditional}. */
    public String outcome(String code) {
        return orCode("pilot.outcome." + code, code);
    }

    public String status(PilotStatus status) {
        return orCode("pilot.status." + status.name(), status.name());
    }

    /** A reason of the taxonomy, by its code. */
    public String reason(String code) {
        return orCode("pilot.reason." + code, code);
    }

    /** A requirement of a gate, by its name in {@code gateRequirements}. */
    public String requirement(String name) {
        return orCode("pilot.requirement." + name.replace(':', '.'), name);
    }

    /** A decision table, by its id. */
    public String table(String id) {
        return orCode("table." + id, id);
    }

    /** A user task, a step that asks a decision table, a phase or a process, by its id in the models. */
    public String task(@Nullable String id) {
        return id == null ? "" : orCode("task." + id, orCode("pilot.phase." + id, orCode("process." + id, id)));
    }

    /** The name of a person, of the product itself, or nobody. */
    public String person(@Nullable String id) {
        if (id == null || id.isBlank()) {
            return say("pilot.nobody");
        }
        return switch (id) {
            case TrailEntry.PRODUCT -> say("site.product");
            case TrailEntry.ERASED -> say("trail.erasedPerson");
            default -> people.nameOf(id);
        };
    }

    /** Names of several people whose ids are separated by commas. */
    public String persons(String ids) {
        return ids.isBlank()
                ? say("pilot.nobody")
                : Arrays.stream(ids.split(",\\s*")).map(this::person).collect(Collectors.joining(", "));
    }

    private String orCode(String key, String code) {
        String words = messages.getMessage(key, null, code, LocaleContextHolder.getLocale());
        return words == null ? code : words;
    }
}
