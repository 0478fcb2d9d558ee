package io.pilotage.discovery;

import io.pilotage.discovery.FeasibilitySketch.DataSource;
import io.pilotage.pilot.CaseWords;
import io.pilotage.workflow.Notation;
import java.util.List;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What discovery found as rows that people of later phases read: kinds and places in words, people by their names. */
@Component
public class DiscoveryInWords {

    private final DiscoveryManagement discovery;
    private final CaseWords words;
    private final MessageSource messages;

    DiscoveryInWords(DiscoveryManagement discovery, CaseWords words, MessageSource messages) {
        this.discovery = discovery;
        this.words = words;
        this.messages = messages;
    }

    /** Each difference between pilot and production (R6): {@code kind}, {@code pilot}, {@code production}, {@code owner}. */
    public List<Map<String, Object>> deltas(String pilotKey) {
        return discovery.disclosureOf(pilotKey).map(DemoDisclosure::deltas).orElse(List.of()).stream()
                .map(delta -> Map.<String, Object>of(
                        "kind", words.say("discovery.delta." + delta.kind()),
                        "pilot", delta.pilot(),
                        "production", delta.production(),
                        "owner", words.person(delta.owner())))
                .toList();
    }

    /** Each source of data: {@code name}, {@code owner}, {@code access}. */
    public List<Map<String, Object>> sources(String pilotKey) {
        return discovery.sketchOf(pilotKey).map(FeasibilitySketch::sources).orElse(List.of()).stream()
                .map(source -> Map.<String, Object>of(
                        "name", source.name(), "owner", words.person(source.owner()), "access", access(source)))
                .toList();
    }

    /** Each workload: {@code name}, {@code placement}, and the {@code reason} for the place or that there is none (R53). */
    public List<Map<String, Object>> workloads(String pilotKey) {
        return discovery.sketchOf(pilotKey).map(FeasibilitySketch::workloads).orElse(List.of()).stream()
                .map(workload -> Map.<String, Object>of(
                        "name",
                        workload.name(),
                        "placement",
                        words.say("discovery.placement." + workload.placement()),
                        "reason",
                        workload.isByHabit() ? words.say("discovery.placement.habit") : workload.reason()))
                .toList();
    }

    private String access(DataSource source) {
        String access = words.say("discovery.access." + source.access());
        return source.accessBy() == null
                ? access
                : words.say("discovery.access.expected", access, Notation.day(source.accessBy(), messages));
    }
}
