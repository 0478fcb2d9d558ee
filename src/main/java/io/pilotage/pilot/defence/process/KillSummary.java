package io.pilotage.pilot.defence.process;

import io.pilotage.identity.Role;
import io.pilotage.pilot.defence.Defence;
import io.pilotage.pilot.defence.KillCause;
import io.pilotage.pilot.defence.KillOrDefend;
import io.pilotage.pilot.defence.KillQuestion;
import io.pilotage.workflow.Notation;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The question, the defence and the opinions in the words a decider reads. */
@Component
class KillSummary {

    private static final String NOTHING = "–";
    private static final Pattern FIGURE = Pattern.compile("-?\\d{1,15}(\\.\\d{1,8})?");

    private final KillOrDefend kills;
    private final MessageSource messages;

    KillSummary(KillOrDefend kills, MessageSource messages) {
        this.kills = kills;
        this.messages = messages;
    }

    /** Why the pilot is in question. */
    Map<String, Object> question(String pilotKey) {
        return kills.current(pilotKey)
                .map(question -> Map.<String, Object>of("kill", cause(question.cause())))
                .orElse(Map.of());
    }

    /** Why it is in question, and what was brought forward. */
    Map<String, Object> defence(String pilotKey) {
        Map<String, Object> context = new HashMap<>(question(pilotKey));
        kills.current(pilotKey).ifPresent(question -> {
            Defence defence = question.defence();
            if (defence != null) {
                context.put(
                        "defence",
                        Map.of(
                                "newEvidence", defence.newEvidence(),
                                "judgeOn", defence.judgeOn(),
                                "costUntilThen", defence.costUntilThen(),
                                "criteria", limits(question),
                                "evidence", question.evidence()));
            }
        });
        return context;
    }

    /** What the examiners say. */
    List<Map<String, Object>> opinions(String pilotKey) {
        return kills.current(pilotKey).map(KillQuestion::opinions).orElse(List.of()).stream()
                .map(opinion -> Map.<String, Object>of(
                        "who",
                                Role.ofGroup(opinion.roleGroup())
                                        .map(role -> words("site.role." + role.group(), role.group()))
                                        .orElse(opinion.roleGroup()),
                        "opinion", words(opinion.supported() ? "pilot.defence.supported" : "pilot.defence.not", ""),
                        "reason", opinion.reason()))
                .toList();
    }

    private List<Map<String, Object>> limits(KillQuestion question) {
        return question.limits().stream()
                .map(limit -> Map.<String, Object>of(
                        "metric", limit.metric(),
                        "limit",
                                words("pilot.defence." + limit.comparator(), limit.comparator()) + " "
                                        + Notation.plain(limit.threshold()),
                        "checkedOn", limit.checkedOn()))
                .toList();
    }

    private static Map<String, Object> cause(KillCause cause) {
        return Map.of(
                "reason", cause.reason(),
                "agreed", shown(cause.agreed()),
                "measured", figure(cause.measured()),
                "since", shown(cause.since()));
    }

    /** What was measured is kept as text, and mostly is a figure. */
    private static Object figure(@Nullable String measured) {
        return measured != null && FIGURE.matcher(measured).matches()
                ? Notation.plain(new BigDecimal(measured))
                : shown(measured);
    }

    private static Object shown(@Nullable Object value) {
        return Objects.requireNonNullElse(value, NOTHING);
    }

    private String words(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
