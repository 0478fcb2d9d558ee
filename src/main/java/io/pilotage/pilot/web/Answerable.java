package io.pilotage.pilot.web;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Accountability;
import io.pilotage.pilot.AccountabilityManagement;
import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.pilot.Pilot;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who answers for which role on a case, and where nobody does. */
@Component
class Answerable {

    /** Everybody in a large directory would not fit into a list of suggestions. */
    private static final Set<Role> NOT_ON_A_CASE =
            Set.of(Role.PORTFOLIO_OFFICE, Role.FUNCTION_HEAD, Role.PROCESS_ADMIN, Role.AUDIT_READ);

    private static final String ACCOUNTABLE = "accountable:";

    private final AccountabilityManagement accountabilities;
    private final GateKeeper gates;
    private final People people;
    private final CaseWords words;

    Answerable(AccountabilityManagement accountabilities, GateKeeper gates, People people, CaseWords words) {
        this.accountabilities = accountabilities;
        this.gates = gates;
        this.people = people;
        this.words = words;
    }

    /**
     * One role on the case.
     *
     * @param state {@code accepted}, {@code named} or {@code vacant}
     * @param required whether a gate asks that somebody has accepted
     * @param person ids for the form, names for the reader
     */
    record Row(
            String group,
            String role,
            String state,
            boolean required,
            @Nullable String person,
            @Nullable String deputy,
            @Nullable String superior,
            @Nullable String personName,
            @Nullable String deputyName,
            @Nullable String superiorName,
            Map<String, String> holders) {

        /** Whether nobody answers although a gate asks for it. */
        public boolean isGap() {
            return required && state.equals("vacant");
        }
    }

    /** @param withHolders whether the people one could name are wanted too */
    List<Row> of(Pilot pilot, boolean withHolders) {
        Map<String, Accountability> held = accountabilities.of(pilot.key()).stream()
                .collect(Collectors.toMap(Accountability::roleGroup, Function.identity()));
        Set<String> required = Arrays.stream(Gate.values())
                .flatMap(gate -> gates.requirements(pilot.key(), gate).stream())
                .filter(requirement -> requirement.startsWith(ACCOUNTABLE))
                .map(requirement -> requirement.substring(ACCOUNTABLE.length()))
                .collect(Collectors.toSet());
        return Arrays.stream(Role.values())
                .filter(role -> !NOT_ON_A_CASE.contains(role))
                .map(role -> row(role, held.get(role.group()), required.contains(role.group()), withHolders))
                .toList();
    }

    private Row row(Role role, @Nullable Accountability held, boolean required, boolean withHolders) {
        @Nullable String person = held == null ? null : held.person();
        @Nullable String deputy = held == null ? null : held.deputy();
        @Nullable String superior = held == null ? null : held.superior();
        return new Row(
                role.group(),
                words.role(role.group()),
                held != null && held.isAccepted() ? "accepted" : person == null ? "vacant" : "named",
                required,
                person,
                deputy,
                superior,
                name(person),
                name(deputy),
                name(superior),
                withHolders ? with(people.names(role), person, deputy) : Map.of());
    }

    /** Everybody one could name as a superior; empty when nobody is to be named. */
    Map<String, String> everybody(List<Row> rows, boolean wanted) {
        return wanted ? with(people.names(), rows.stream().map(Row::superior).toArray(String[]::new)) : Map.of();
    }

    /** Who is named already stays on offer, even when the role is lost meanwhile. */
    private Map<String, String> with(Map<String, String> names, @Nullable String... named) {
        Map<String, String> offered = new LinkedHashMap<>(names);
        for (String person : named) {
            if (person != null) {
                offered.putIfAbsent(person, words.person(person));
            }
        }
        return offered;
    }

    private @Nullable String name(@Nullable String person) {
        return person == null ? null : words.person(person);
    }
}
