package io.pilotage.pilot;

import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The criteria of a gate in the words of its deciders, each with whether it is met. */
@Component
public class GateCriteria {

    private final GateKeeper gates;
    private final MessageSource messages;

    GateCriteria(GateKeeper gates, MessageSource messages) {
        this.gates = gates;
        this.messages = messages;
    }

    /** Rows of a table with {@code criterion} and {@code met}, in the order of the decision table. */
    @Transactional
    public List<Map<String, Object>> of(String pilotKey, Gate gate) {
        List<String> missing = gates.missing(pilotKey, gate);
        return gates.requirements(pilotKey, gate).stream()
                .map(requirement -> Map.<String, Object>of(
                        "criterion", words("pilot.requirement." + requirement.replace(':', '.'), requirement),
                        "met", words(missing.contains(requirement) ? "pilot.notMet" : "pilot.met", "")))
                .toList();
    }

    private String words(String key, String otherwise) {
        return messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
    }
}
