package io.pilotage.businesscase;

import io.pilotage.roi.valuation.Money;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The value of the portfolio by unit and by phase: what was sealed against what was realised. Currencies are never added
 * up, and neither is what is only believed added to what was measured: each is summed in a column of its own.
 */
@Component
@Transactional(readOnly = true)
public class ValueFigures {

    private static final String LAST_SIGNED = "not exists (select 1 from money_case_seal y"
            + " where y.pilot_key = x.pilot_key and y.signed_at is not null and y.number > x.number)";

    private static final String SUMS = " p.currency, count(*) pilots,"
            + " sum(s.net_value) sealed, sum(m.promised) promised, sum(m.measured) measured,"
            + " sum(m.cost) cost, sum(m.net) net, sum(m.asserted) asserted"
            + " from pilot p"
            + " left join (select pilot_key, net_value from money_case_seal x where signed_at is not null"
            + " and revoked_at is null and " + LAST_SIGNED + ") s on s.pilot_key = p.pilot_key"
            + " left join (select pilot_key, sum(promised_p50) promised, sum(measured_value) measured,"
            + " sum(actual_cost) cost, sum(net_realised) net, sum(asserted_value) asserted from measurement_period"
            + " where net_realised is not null group by pilot_key) m on m.pilot_key = p.pilot_key"
            + " where s.pilot_key is not null or m.pilot_key is not null";

    private final JdbcClient jdbc;

    ValueFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The value of a group of pilots in one currency.
     *
     * @param name business unit or name of the phase; null where none is named
     * @param currency null for pilots of which nobody has stated it
     * @param sealed left over a year in full use, as signed; null where nothing is signed
     * @param promised for the periods that were measured, after cost; null where nothing is measured
     * @param net measured less cost
     * @param asserted only believed, in no other column
     */
    public record Share(
            @Nullable String name,
            @Nullable String currency,
            long pilots,
            @Nullable BigDecimal sealed,
            @Nullable BigDecimal promised,
            @Nullable BigDecimal measured,
            @Nullable BigDecimal cost,
            @Nullable BigDecimal net,
            @Nullable BigDecimal asserted) {

        /** Decimals of its amounts. */
        public int digits() {
            return Money.digits(currency);
        }
    }

    public List<Share> byUnit() {
        return shares("p.business_unit");
    }

    public List<Share> byPhase() {
        return shares("p.phase");
    }

    private List<Share> shares(String column) {
        return jdbc.sql("select " + column + " name," + SUMS + " group by " + column + ", p.currency order by 1, 2")
                .query((row, number) -> new Share(
                        row.getString("name"),
                        row.getString("currency"),
                        row.getLong("pilots"),
                        row.getBigDecimal("sealed"),
                        row.getBigDecimal("promised"),
                        row.getBigDecimal("measured"),
                        row.getBigDecimal("cost"),
                        row.getBigDecimal("net"),
                        row.getBigDecimal("asserted")))
                .list();
    }
}
