package io.pilotage.seal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.verify.Commitments;
import io.pilotage.verify.PersonalValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads seals for people: field by field with the persons in their places, and two versions side by side. */
@Service
@Transactional(readOnly = true)
public class SealReading {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONTENT = "details/content";

    private final Trail trail;

    SealReading(Trail trail) {
        this.trail = trail;
    }

    /**
     * One field in both versions; null on the side that does not have it.
     *
     * @param changed whether the two sides say different things
     */
    public record Pair(
            List<String> way,
            @Nullable SealedLine left,
            @Nullable SealedLine right,
            boolean changed) {}

    /** Who sealed it, who asked for the change and why, as the chain says; erased persons read so. */
    public record Origin(String by, List<String> requesters, String reason) {}

    /** The fields of a version in the order of the text. */
    public List<SealedLine> lines(Seal seal) {
        Map<String, PersonalValue> personal = new HashMap<>();
        trail.personal(seal.pilotKey(), seal.entryNumber()).forEach(value -> personal.put(value.field(), value));
        List<SealedLine> lines = new ArrayList<>();
        try {
            collect(List.of(), JSON.readTree(seal.content()), personal, lines);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The sealed text is not readable", e);
        }
        return lines;
    }

    /** Two versions side by side: every field of either. */
    public List<Pair> compare(Seal left, Seal right) {
        Map<List<String>, SealedLine> one = byWay(left);
        Map<List<String>, SealedLine> other = byWay(right);
        Set<List<String>> ways = new LinkedHashSet<>(one.keySet());
        ways.addAll(other.keySet());
        return ways.stream()
                .map(way -> {
                    SealedLine before = one.get(way);
                    SealedLine after = other.get(way);
                    return new Pair(way, before, after, before == null || !before.equals(after));
                })
                .toList();
    }

    public Origin origin(Seal seal) {
        return trail.entry(seal.pilotKey(), seal.entryNumber())
                .map(RecordedEntry::entry)
                .map(entry -> new Origin(
                        entry.actor(),
                        texts(entry.details().get("requesters")),
                        entry.details().get("reason") instanceof String reason ? reason : ""))
                .orElse(new Origin(TrailEntry.ERASED, List.of(), ""));
    }

    /** Id of who did what an entry of the chain holds. */
    public String actor(String pilotKey, long entryNumber) {
        return trail.entry(pilotKey, entryNumber)
                .map(recorded -> recorded.entry().actor())
                .orElse(TrailEntry.ERASED);
    }

    /** Ids of those who signed, as the chain says. */
    public List<String> signers(SealSignature signature) {
        return trail.entry(signature.pilotKey(), signature.entryNumber())
                .map(recorded -> texts(recorded.entry().arguments().get("signers")))
                .orElse(List.of());
    }

    private Map<List<String>, SealedLine> byWay(Seal seal) {
        Map<List<String>, SealedLine> byWay = new LinkedHashMap<>();
        lines(seal).forEach(line -> byWay.put(line.way(), line));
        return byWay;
    }

    private static void collect(
            List<String> way, JsonNode node, Map<String, PersonalValue> personal, List<SealedLine> lines) {
        if (node.isObject() && node.size() == 1 && node.has(Commitments.KEY)) {
            PersonalValue kept = personal.get(CONTENT + "/" + String.join("/", way));
            lines.add(new SealedLine(way, kept == null ? null : kept.value(), true));
        } else if (node.isObject()) {
            node.properties()
                    .forEach(member -> collect(deeper(way, member.getKey()), member.getValue(), personal, lines));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(deeper(way, String.valueOf(i)), node.get(i), personal, lines);
            }
        } else if (!node.isNull()) {
            lines.add(new SealedLine(way, node.asText(), false));
        }
    }

    private static List<String> deeper(List<String> way, String name) {
        List<String> deeper = new ArrayList<>(way);
        deeper.add(name);
        return List.copyOf(deeper);
    }

    private static List<String> texts(@Nullable Object list) {
        return list instanceof List<?> values
                ? values.stream().map(String::valueOf).toList()
                : List.of();
    }
}
