package io.pilotage.pilot;

import java.util.Map;

/**
 * A module's contribution to what people read when a case ends or changes hands. Known topics: {@code fallback} (text),
 * {@code components} (rows name, kind, owner, state), {@code value} (promised, measured), {@code contract} (rows item,
 * text), {@code moneyCase} (rows item, text), {@code killCriteria} (rows metric, limit, checkedOn), {@code findings} (rows text, severity, due).
 */
public interface CaseInsight {

    /** What the module knows of the case now, by topic; topics it knows nothing of are left out. */
    Map<String, Object> insightsOf(String pilotKey);
}
