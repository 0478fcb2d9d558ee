package io.pilotage.pilot.web;

import io.pilotage.pilot.CaseWords;
import io.pilotage.pilot.Pilot;
import io.pilotage.pilot.process.Whereabouts;
import io.pilotage.workflow.DrawnModel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Where a case stands on the drawings of its models, and the same in words for whoever does not see the drawing. */
@Component
class Diagrams {

    private final Whereabouts whereabouts;
    private final CaseWords words;

    Diagrams(Whereabouts whereabouts, CaseWords words) {
        this.whereabouts = whereabouts;
        this.words = words;
    }

    /**
     * One drawing and the others one may choose.
     *
     * @param open ids of the elements where the case stands, separated by blanks; {@code openNames} says them in words
     * @param tabs every model there is, in order
     */
    record View(
            String process,
            String name,
            String open,
            String passed,
            List<String> openNames,
            List<String> passedNames,
            List<Tab> tabs) {}

    /** A model one may choose. */
    record Tab(String process, String name) {}

    /** The chosen model; else that of the phase the case is in, else the journey. Empty when it never travelled. */
    Optional<View> of(Pilot pilot, @Nullable String chosen) {
        List<Whereabouts.Position> positions = oneForEachModel(whereabouts.of(pilot.key()));
        return find(positions, chosen)
                .or(() -> find(positions, pilot.phase().process()))
                .or(() -> positions.stream().findFirst())
                .map(position -> view(pilot, position, positions));
    }

    /** The model's XML with every name on it in the reader's language. */
    Optional<String> model(String pilotKey, String process) {
        return whereabouts.model(pilotKey, process).map(xml -> drawn(xml).translated());
    }

    /** What runs several times, such as the watch of each limit, stands on one drawing. */
    private static List<Whereabouts.Position> oneForEachModel(List<Whereabouts.Position> positions) {
        Map<String, Whereabouts.Position> models = new LinkedHashMap<>();
        positions.forEach(position -> models.merge(position.process(), position, Whereabouts.Position::and));
        return List.copyOf(models.values());
    }

    private View view(Pilot pilot, Whereabouts.Position position, List<Whereabouts.Position> all) {
        Map<String, String> names = whereabouts
                .model(pilot.key(), position.process())
                .map(xml -> drawn(xml).names())
                .orElse(Map.of());
        List<Tab> tabs = new ArrayList<>();
        all.forEach(other -> tabs.add(new Tab(other.process(), words.task(other.process()))));
        return new View(
                position.process(),
                words.task(position.process()),
                String.join(" ", position.open()),
                String.join(" ", position.passed()),
                named(position.open(), names),
                named(position.passed(), names),
                tabs);
    }

    private static DrawnModel drawn(String xml) {
        return new DrawnModel(xml, LocaleContextHolder.getLocale());
    }

    private static List<String> named(Collection<String> elements, Map<String, String> names) {
        return elements.stream()
                .map(names::get)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private static Optional<Whereabouts.Position> find(List<Whereabouts.Position> positions, @Nullable String process) {
        return positions.stream()
                .filter(position -> position.process().equals(process))
                .findFirst();
    }
}
