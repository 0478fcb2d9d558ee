package io.pilotage.rollout.process;

import io.pilotage.pilot.CaseInsight;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.rollout.Handover;
import io.pilotage.rollout.ProductionManagement;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The parts that operations took over, each with the person who owns it. */
@Component
class ComponentsInsight implements CaseInsight {

    private final ProductionManagement production;
    private final PilotManagement pilots;
    private final MessageSource messages;

    ComponentsInsight(ProductionManagement production, PilotManagement pilots, MessageSource messages) {
        this.production = production;
        this.pilots = pilots;
        this.messages = messages;
    }

    @Override
    public Map<String, Object> insightsOf(String pilotKey) {
        boolean over = pilots.get(pilotKey).status().isFinal();
        return Map.of(
                "components",
                production.handoverOf(pilotKey).map(Handover::components).orElse(List.of()).stream()
                        .map(part -> Map.of(
                                "name", part.name(),
                                "kind", words("rollout.component." + part.kind(), part.kind()),
                                "owner", part.owner(),
                                "state", words(over ? "rollout.component.over" : "rollout.component.inUse", "")))
                        .toList());
    }

    private String words(String key, String otherwise) {
        String said = messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale());
        return said == null ? otherwise : said;
    }
}
