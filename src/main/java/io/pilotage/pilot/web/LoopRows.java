package io.pilotage.pilot.web;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.GateDecided;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.LateQuestions;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.reopening.Finality;
import io.pilotage.pilot.reopening.Loop;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The loops of a case with what each cost, and what the reader may question. */
@Component
class LoopRows {

    private final Finality finality;
    private final GateKeeper gates;
    private final ObjectProvider<LateQuestions> askedLate;
    private final People people;
    private final CaseWords words;
    private final Times times;
    private final Clock clock;

    LoopRows(
            Finality finality,
            GateKeeper gates,
            ObjectProvider<LateQuestions> askedLate,
            People people,
            CaseWords words,
            Times times,
            Clock clock) {
        this.finality = finality;
        this.gates = gates;
        this.askedLate = askedLate;
        this.people = people;
        this.words = words;
        this.times = times;
        this.clock = clock;
    }

    /** One loop. @param late whether somebody asked after it was decided */
    record Row(
            int number,
            String gate,
            String asks,
            String question,
            @Nullable String evidence,
            String by,
            @Nullable String role,
            @Nullable String owner,
            String at,
            String price,
            String outcome,
            boolean late) {}

    /** A question that came after the review began. @param function the role it counts against, in words */
    record Late(String question, String function, String by, String at) {}

    /** What was asked too late in the reviews of the case, oldest first. */
    List<Late> late(Pilot pilot) {
        return askedLate.stream()
                .flatMap(module -> module.lateQuestionsOf(pilot.key()).stream())
                .map(late -> new Late(
                        late.question(),
                        words.role(late.function()),
                        words.person(late.by()),
                        times.moment(pilot, late.at())))
                .toList();
    }

    List<Row> of(Pilot pilot) {
        return finality.of(pilot.key()).stream().map(loop -> row(pilot, loop)).toList();
    }

    /** What all loops cost together; null when nothing is sealed. */
    @Nullable String total(Pilot pilot) {
        return finality.of(pilot.key()).stream()
                .flatMap(loop -> loop.cost(clock.instant()).stream())
                .reduce(BigDecimal::add)
                .map(sum -> money(sum, pilot.proposal().currency()))
                .orElse(null);
    }

    /** Gates that were decided, by code. */
    Map<String, String> decided(Pilot pilot) {
        Map<String, String> decided = new LinkedHashMap<>();
        for (GateDecided one : gates.decisions(pilot.key())) {
            decided.remove(one.gate().name());
            if (one.outcome().opens()) {
                decided.put(one.gate().name(), words.gate(one.gate().name()));
            }
        }
        return decided;
    }

    /** Roles in which the reader may ask, by group. */
    Map<String, String> roles(String reader) {
        Map<String, String> roles = new LinkedHashMap<>();
        people.find(reader).stream()
                .flatMap(person -> person.roles().stream())
                .filter(Role::decides)
                .forEach(role -> roles.put(role.group(), words.role(role.group())));
        return roles;
    }

    private Row row(Pilot pilot, Loop loop) {
        String price = loop.cost(clock.instant())
                .map(cost -> money(cost, loop.currency()))
                .orElseGet(() -> words.say("pilot.case.loops.noPrice"));
        return new Row(
                loop.number(),
                words.gate(loop.gate().name()),
                words.say("pilot.loop.asks." + loop.question().asks()),
                loop.question().question(),
                loop.question().evidence(),
                words.person(loop.question().askedBy()),
                Optional.ofNullable(loop.question().askedRole())
                        .map(words::role)
                        .orElse(null),
                loop.owner() == null ? null : words.person(loop.owner()),
                times.moment(pilot, loop.askedAt()),
                words.say("pilot.case.loops.cost", loop.days(clock.instant()), price),
                words.say("pilot.loop.outcome." + state(loop)),
                loop.kind() == Loop.Kind.REOPENING);
    }

    private static String state(Loop loop) {
        if (loop.isOpen()) {
            return loop.isOpenAgain() ? "openAgain" : "open";
        }
        return Objects.requireNonNull(loop.outcome()).name();
    }

    /** @param amount in whole units */
    static String money(BigDecimal amount, @Nullable String currency) {
        NumberFormat whole = NumberFormat.getIntegerInstance(LocaleContextHolder.getLocale());
        return (whole.format(amount) + " " + Objects.toString(currency, "")).strip();
    }
}
