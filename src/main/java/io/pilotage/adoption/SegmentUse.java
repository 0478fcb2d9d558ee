package io.pilotage.adoption;

import io.pilotage.workflow.Refused;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The use of one group of intended users in one period; people first, then what became of the advice.
 *
 * @param ring number of the ring they came in with
 * @param intended everybody of the group who is meant to use it (R2)
 * @param habitual those for whom it is a habit
 * @param dormant those who tried it once and did not in this period
 * @param offered cases in which it advised
 */
@Table("adoption_segment")
public record SegmentUse(
        String name,
        int ring,
        int intended,
        int invited,
        int trained,
        int tried,
        int active,
        int habitual,
        int dormant,
        int offered,
        int followed,
        int overridden,
        int ignored) {

    /** @throws Refused when the counts contradict each other */
    void check() {
        boolean people = intended > 0
                && invited <= intended
                && trained <= intended
                && tried <= intended
                && habitual <= active
                && (long) active + dormant <= tried;
        if (!people) {
            throw new Refused("adoption.telemetry.people", name);
        }
        if ((long) followed + overridden + ignored > offered) {
            throw new Refused("adoption.telemetry.advice", name);
        }
    }
}
