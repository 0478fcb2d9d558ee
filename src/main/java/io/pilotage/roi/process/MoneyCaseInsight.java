package io.pilotage.roi.process;

import io.pilotage.pilot.CaseInsight;
import io.pilotage.pilot.PilotManagement;
import io.pilotage.roi.AgreedCriteria;
import io.pilotage.roi.Assumed;
import io.pilotage.roi.DecisionContract;
import io.pilotage.roi.DecisionContract.Affected;
import io.pilotage.roi.MoneyCase;
import io.pilotage.roi.RoiCondition;
import io.pilotage.roi.RoiConditionManagement;
import io.pilotage.roi.RoiManagement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Money case, limits, contract and open conditions, for whoever reads the case or takes it over. */
@Component
class MoneyCaseInsight implements CaseInsight {

    private final PilotManagement pilots;
    private final RoiManagement roi;
    private final RoiConditionManagement conditions;
    private final Assumed assumed;
    private final MoneyWords words;

    MoneyCaseInsight(
            PilotManagement pilots,
            RoiManagement roi,
            RoiConditionManagement conditions,
            Assumed assumed,
            MoneyWords words) {
        this.pilots = pilots;
        this.assumed = assumed;
        this.roi = roi;
        this.conditions = conditions;
        this.words = words;
    }

    @Override
    public Map<String, Object> insightsOf(String pilotKey) {
        return Map.of(
                "moneyCase", roi.moneyCaseOf(pilotKey).map(this::money).orElse(List.of()),
                "killCriteria",
                        roi.criteriaOf(pilotKey)
                                .map(AgreedCriteria::criteria)
                                .map(words::limits)
                                .orElse(List.of()),
                "contract", roi.contractOf(pilotKey).map(this::contract).orElse(List.of()),
                "findings", conditions.open(pilotKey).stream().map(this::owed).toList());
    }

    private List<Map<String, Object>> money(MoneyCase money) {
        List<Map<String, Object>> rows = new ArrayList<>();
        String currency = pilots.get(money.cost().pilotKey()).proposal().currency();
        String unit = currency == null ? "" : " " + currency;
        add(rows, "p50", words.number(money.hypothesis().p50()) + unit);
        add(rows, "cost", words.money(money.costPerYear()) + unit);
        add(rows, "netValue", words.money(money.netValue()) + unit);
        add(rows, "lossAtP10", words.money(money.lossAtP10()) + unit);
        List<String> only = assumed.of(money.cost().pilotKey());
        add(rows, "assumptions", only.isEmpty() ? null : String.join("; ", only));
        return rows;
    }

    private List<Map<String, Object>> contract(DecisionContract contract) {
        List<Map<String, Object>> rows = new ArrayList<>();
        add(rows, "signedBy", words.person(contract.signedBy()));
        add(rows, "actor", contract.actor());
        add(rows, "liableRole", contract.liableRole());
        add(rows, "goodEnough", contract.goodEnough());
        contract.scenarios()
                .forEach(
                        scenario -> rows.add(Map.of("item", scenario.situation(), "text", scenario.acceptableError())));
        add(rows, "override", contract.overrideProcedure());
        add(rows, "onCall", contract.onCall());
        add(rows, "escalation", contract.escalation());
        add(rows, "appeal", contract.appeal());
        add(rows, "explanation", contract.explanation());
        Affected affected = contract.affected();
        if (affected != null) {
            add(rows, "losesAuthority", affected.losesAuthority());
            add(rows, "objection", affected.objection());
            add(rows, "objectionAnswer", affected.objectionAnswer());
            add(rows, "processToRewrite", affected.processToRewrite());
        }
        add(
                rows,
                "reviewCadence",
                contract.reviewCadence() == null
                        ? null
                        : words.say("roi.contract.cadence." + contract.reviewCadence(), contract.reviewCadence()));
        add(rows, "ends", contract.contractEnds() == null ? null : words.day(contract.contractEnds()));
        return rows;
    }

    private void add(List<Map<String, Object>> rows, String item, @Nullable String text) {
        if (text != null) {
            rows.add(Map.of("item", words.say("roi.insight." + item, item), "text", text));
        }
    }

    private Map<String, Object> owed(RoiCondition condition) {
        return Map.of(
                "text", words.say(condition.point(), condition.point()),
                "severity", words.say("governance.severity." + condition.severity(), condition.severity()),
                "due", words.day(condition.due()));
    }
}
