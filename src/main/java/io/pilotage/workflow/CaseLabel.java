package io.pilotage.workflow;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The line that a task's card shows of its case: title, key and the codes of phase and tier, which the card says in words. */
final class CaseLabel {

    private CaseLabel() {}

    static String of(Map<String, Object> pilot) {
        String title = Objects.toString(pilot.get("title"), "");
        String shortTitle = title.length() > 80 ? title.substring(0, 79) + "…" : title;
        return Stream.of(shortTitle, pilot.get("key"), pilot.get("phase"), pilot.get("tier"))
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }
}
