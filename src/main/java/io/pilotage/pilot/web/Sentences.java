package io.pilotage.pilot.web;

import io.pilotage.audit.TrailEntry;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.TrailSentences;
import io.pilotage.workflow.Word;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Tells an entry of the trail in one plain sentence of the reader's language. */
@Component
class Sentences implements TrailSentences {

    /** Refusals whose last argument is a role; the trail keeps its code. */
    private static final Set<String> ROLE_LAST = Set.of(
            "workflow.task.role",
            "pilot.accountability.notYours",
            "pilot.accountability.notInRole",
            "pilot.succession.notVacant");

    private final CaseWords words;
    private final MessageSource messages;

    Sentences(CaseWords words, MessageSource messages) {
        this.words = words;
        this.messages = messages;
    }

    /** The sentence {@code trail.<kind>}: {0} the actor, {1} the task, then the entry's arguments in their order. */
    @Override
    public String of(TrailEntry entry) {
        List<Object> values = new ArrayList<>();
        values.add(words.person(entry.actor()));
        values.add(words.task(entry.elementId()));
        entry.arguments().forEach((name, value) -> values.add(word(name, written(value), entry)));
        Object[] arguments = values.toArray();
        String sentence = messages.getMessage(key(entry), arguments, "", LocaleContextHolder.getLocale());
        return sentence == null || sentence.isEmpty()
                ? words.say("trail.other", values.get(0), values.get(1), entry.kind())
                : sentence.strip();
    }

    /** The reason that a person gave with an answer, as the form's field of that name holds it. */
    @Override
    public String reason(TrailEntry entry) {
        return entry.details().get("reason") instanceof String reason ? word("", reason, entry) : "";
    }

    /** A change of who answers reads differently when somebody accepts, is named first, stays or goes. */
    private static String key(TrailEntry entry) {
        if (entry.kind().equals("refused") && entry.elementId() == null) {
            return "trail.refused.outsideTasks";
        }
        if (!entry.kind().equals("accountabilityChanged")) {
            return entry.sentenceKey();
        }
        String before = Objects.toString(entry.arguments().get("before"), "");
        String after = Objects.toString(entry.arguments().get("after"), "");
        boolean same = before.equals(after);
        if (entry.actor().equals(after) && (same || before.isEmpty())) {
            return "trail.accountabilityAccepted";
        }
        return after.isEmpty()
                ? "trail.accountabilityVacated"
                : before.isEmpty()
                        ? "trail.accountabilityNamed"
                        : same ? "trail.accountabilityKept" : "trail.accountabilityChanged";
    }

    private static String written(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : Objects.toString(value, "");
    }

    private String word(String name, String value, TrailEntry entry) {
        return switch (name) {
            case "person", "before", "after" -> words.person(value);
            case "told", "signers" -> words.persons(value);
            case "role" -> words.role(value);
            case "roles" -> Arrays.stream(value.split(", ")).map(words::role).collect(Collectors.joining(", "));
            case "process", "step" -> words.task(value);
            case "table" -> words.table(value);
            case "gate" -> words.gate(value);
            case "status", "statusBefore" -> words.say("pilot.status." + value);
            case "outcome" -> words.outcome(value);
            case "reason" -> words.reason(value);
            case "loopOutcome" -> words.say("pilot.loop.outcome." + value);
            case "signatureMeaning" -> words.say("signing.meaning." + value);
            case "means" -> words.say("signing.means." + value);
            case "level" -> value + ", " + words.say("pilot.level." + value);
            case "approval" -> words.say("seal.approval." + value);
            case "exportKind" -> words.say("dossier.export.kind." + value);
            case "seal" -> words.say("seal.kind." + value);
            case "meaning" -> words.say("seal.meaning." + value);
            case "from", "to" -> places(value);
            case "message" -> refusal(value, entry.arguments());
            default -> value.equals(TrailEntry.ERASED) ? words.say("trail.erasedWords") : value;
        };
    }

    /** Elements, each named with its process in front, in words. */
    private String places(String value) {
        return Arrays.stream(value.split(", "))
                .map(place -> words.task(place.substring(place.indexOf('/') + 1)))
                .collect(Collectors.joining(", "));
    }

    /** What a refused person was told, with the arguments as the trail kept them. */
    private String refusal(String key, Map<String, Object> arguments) {
        String kept = Objects.toString(arguments.get("arguments"), "");
        String inner = kept.startsWith("[") && kept.endsWith("]") ? kept.substring(1, kept.length() - 1) : kept;
        Object[] values = key.equals("workflow.form.refused")
                ? new Object[] {inner}
                : Arrays.copyOf(inner.split(", "), inner.split(", ").length, Object[].class);
        int last = values.length - 1;
        if (key.equals("pilot.separation")) {
            values[last] = Word.part(String.valueOf(values[last]));
        } else if (ROLE_LAST.contains(key)) {
            values[last] = Word.role(String.valueOf(values[last]));
        }
        return words.say(key, values);
    }
}
