package io.pilotage.businesscase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is only assumed behind the money of the portfolio, so that nobody reads its sums without it (R83). */
@Component
@Transactional(readOnly = true)
public class Assumptions {

    private static final String OF_PILOTS_WITH_MONEY = """
            select a.pilot_key, p.title, a.link from pilot p join (
              select pilot_key, null link, -1 place from baseline where basis <> 'measured'
              union all
              select pilot_key, concat(technical_metric, ' → ', unit_outcome), position from effect_chain
              where outcome_basis = 'assumption' or money_basis = 'assumption') a on a.pilot_key = p.pilot_key
            where exists (select 1 from money_case_seal s where s.pilot_key = p.pilot_key and s.signed_at is not null)
               or exists (select 1 from measurement_period m where m.pilot_key = p.pilot_key and m.net_realised is not null)
            order by p.title, a.pilot_key, a.place""";

    private final JdbcClient jdbc;

    Assumptions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The assumptions of one pilot.
     *
     * @param links from measure to outcome; null stands for a baseline that is only estimated
     */
    public record OfPilot(String key, String title, List<@Nullable String> links) {}

    /** Of every pilot that is part of the sums of the portfolio, by title; a pilot without assumptions is left out. */
    public List<OfPilot> ofMeasuredAndSigned() {
        Map<String, OfPilot> pilots = new LinkedHashMap<>();
        jdbc.sql(OF_PILOTS_WITH_MONEY).query(row -> {
            String key = row.getString("pilot_key");
            String title = row.getString("title");
            pilots.computeIfAbsent(key, unknown -> new OfPilot(key, title, new ArrayList<>()))
                    .links()
                    .add(row.getString("link"));
        });
        return List.copyOf(pilots.values());
    }
}
