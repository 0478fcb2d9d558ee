package io.pilotage.pilot.retirement;

import io.pilotage.pilot.RecordKeeping;
import io.pilotage.workflow.Refused;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.MappedCollection;
import org.springframework.data.relational.core.mapping.Table;

/** Taking one pilot out of use: who depends on it, the way back, access, the final value, the register. */
@Table("retirement")
public class Retirement {

    @Id
    private final String pilotKey;

    @MappedCollection(idColumn = "pilot_key", keyColumn = "position")
    private List<Dependent> dependents = new ArrayList<>();

    private @Nullable String contracts;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable Fallback fallback;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable SwitchOff switchOff;

    @Embedded(onEmpty = OnEmpty.USE_NULL)
    private @Nullable FinalValue finalValue;

    private @Nullable String handedOver;
    private @Nullable String reusable;
    private @Nullable Instant completedAt;

    @Version
    @SuppressWarnings("unused") // read and written by Spring Data
    private @Nullable Integer version;

    @PersistenceCreator
    Retirement(String pilotKey) {
        this.pilotKey = pilotKey;
    }

    void findDependents(List<Dependent> found, String endingContracts) {
        dependents = new ArrayList<>(found);
        contracts = endingContracts;
    }

    void restore(Fallback restored) {
        fallback = restored;
    }

    /** @throws Refused when somebody still depends on it that day, or when records would be kept too short */
    void switchOff(SwitchOff off) {
        dependents.stream()
                .filter(dependent -> off.switchedOffOn().isBefore(dependent.readyOn()))
                .findFirst()
                .ifPresent(dependent -> {
                    throw new Refused("pilot.retirement.stillUsed", dependent.name(), dependent.readyOn());
                });
        RecordKeeping.check(off.switchedOffOn(), off.recordsKeptUntil());
        switchOff = off;
    }

    void state(FinalValue value) {
        finalValue = value;
    }

    void closeRegister(String partsHandedOver, @Nullable String reusableParts) {
        handedOver = partsHandedOver;
        reusable = reusableParts;
    }

    void complete(Instant at) {
        completedAt = at;
    }

    public String pilotKey() {
        return pilotKey;
    }

    public List<Dependent> dependents() {
        return List.copyOf(dependents);
    }

    public @Nullable String contracts() {
        return contracts;
    }

    public @Nullable Fallback fallback() {
        return fallback;
    }

    public @Nullable SwitchOff switchOff() {
        return switchOff;
    }

    public @Nullable FinalValue finalValue() {
        return finalValue;
    }

    public @Nullable String handedOver() {
        return handedOver;
    }

    public @Nullable String reusable() {
        return reusable;
    }

    public @Nullable Instant completedAt() {
        return completedAt;
    }

    /** Somebody or something that used its results, and what replaces them from when. */
    @Table("retirement_dependent")
    public record Dependent(String name, String owner, String replacement, LocalDate readyOn) {}
}
