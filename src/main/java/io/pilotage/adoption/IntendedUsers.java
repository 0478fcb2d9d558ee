package io.pilotage.adoption;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who was declared to be meant to use the pilot; the denominator of adoption, and nothing else is (R2).
 *
 * @param usual percent that a group must reach which was reported but never declared
 */
public record IntendedUsers(List<Group> groups, BigDecimal usual) {

    static final BigDecimal DEFAULT_TARGET = new BigDecimal("60");

    IntendedUsers(List<Group> groups) {
        this(groups, DEFAULT_TARGET);
    }

    /** The same people, and a target that no group undercuts: what was sealed counts, not what was declared later. */
    IntendedUsers atLeast(BigDecimal target) {
        return new IntendedUsers(
                groups.stream()
                        .map(group -> new Group(
                                group.name(), group.people(), group.target().max(target)))
                        .toList(),
                target);
    }

    /**
     * One declared group.
     *
     * @param people how many were declared
     * @param target percent of them who are to use it by habit
     */
    public record Group(String name, long people, BigDecimal target) {}

    /**
     * Adoption of every declared group and of every other group that was reported. A declared group counts with all its
     * people even when fewer were reported, and with none of them when it was not reported at all.
     */
    public List<SegmentAdoption> adoption(List<SegmentUse> reported) {
        Map<String, SegmentAdoption> byName = new LinkedHashMap<>();
        groups.forEach(group -> byName.put(key(group.name()), new SegmentAdoption(group.name(), 0, 0, group.target())));
        for (SegmentUse use : reported) {
            byName.merge(
                    key(use.name()),
                    new SegmentAdoption(use.name(), use.intended(), use.habitual(), usual),
                    (one, other) -> new SegmentAdoption(
                            one.name(),
                            one.intended() + other.intended(),
                            one.habitual() + other.habitual(),
                            one.target()));
        }
        groups.forEach(group -> byName.computeIfPresent(
                key(group.name()),
                (name, found) -> new SegmentAdoption(
                        found.name(), Math.max(found.intended(), group.people()), found.habitual(), found.target())));
        return new ArrayList<>(byName.values());
    }

    /** Whether every group reaches its target; the weakest decides, never the average (R60). */
    boolean areReached(List<SegmentUse> reported) {
        List<SegmentAdoption> adoption = adoption(reported);
        return !adoption.isEmpty() && adoption.stream().allMatch(SegmentAdoption::isReached);
    }

    /** Percent of all intended users for whom it is a habit, rounded down; empty when nobody is meant to use it. */
    Optional<BigDecimal> share(List<SegmentUse> reported) {
        List<SegmentAdoption> adoption = adoption(reported);
        return Optional.ofNullable(Percent.of(
                adoption.stream().mapToLong(SegmentAdoption::habitual).sum(),
                adoption.stream().mapToLong(SegmentAdoption::intended).sum()));
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
