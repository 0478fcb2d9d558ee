package io.pilotage.portfolio;

import io.pilotage.identity.People;
import io.pilotage.identity.Role;
import io.pilotage.pilot.Inventory;
import io.pilotage.pilot.Phase;
import io.pilotage.pilot.PilotStatus;
import io.pilotage.pilot.Proposal;
import io.pilotage.pilot.RiskAnswers;
import io.pilotage.portfolio.RowProblem.Severity;
import io.pilotage.table.TableFiles;
import io.pilotage.table.TableRow;
import io.pilotage.workflow.Refused;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns rows of one file into registry entries, by one mapping. Blank stays blank; nothing is made up. */
final class RowReader {

    private final Mapping mapping;
    private final List<String> names;
    private final Map<String, Integer> columns = new HashMap<>();
    private final People people;

    /** @throws Refused when the file lacks a column that the mapping names */
    RowReader(Mapping mapping, List<String> names, People people) {
        this.mapping = mapping;
        this.names = names;
        this.people = people;
        for (int i = 0; i < names.size(); i++) {
            columns.put(TableFiles.even(names.get(i)), i);
        }
        List<String> missing = mapping.columns().stream()
                .filter(column -> !columns.containsKey(column))
                .toList();
        if (!missing.isEmpty()) {
            throw new Refused(
                    "portfolio.file.missingColumns", missing.size(), "“" + String.join("”, “", missing) + "”");
        }
    }

    Mapping mapping() {
        return mapping;
    }

    /** What tells the row from others: the columns that the mapping names, else all of them. */
    String identity(TableRow row) {
        return mapping.identity().isEmpty()
                ? content(row)
                : RowKey.of(mapping.identity().stream()
                        .map(column -> row.cell(columns.getOrDefault(TableFiles.even(column), 0)))
                        .toList());
    }

    /** Fingerprint of everything in the row. */
    String content(TableRow row) {
        return RowKey.of(row.cells());
    }

    /** What is written in the row, column by column, without blanks. */
    Map<String, String> written(TableRow row) {
        Map<String, String> written = new java.util.LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            if (!row.cell(i).isBlank()) {
                written.put(names.get(i), row.cell(i));
            }
        }
        return written;
    }

    /** @param key identity of the row within the source */
    RowPlan plan(TableRow row, String key) {
        CellReader cells = new CellReader(mapping, columns, row);
        String title = cells.text(Field.TITLE);
        if (title == null) {
            cells.problem(Severity.ERROR, String.join(" / ", titleColumns()), "noTitle");
        }
        String stage = cells.cell(mapping.stage().column());
        Stage stands = stage(cells, stage);
        Inventory entry = title == null || stands == null
                ? null
                : new Inventory(
                        proposal(cells, title),
                        risk(cells),
                        stands.phase(),
                        stands.status(),
                        accountable(cells),
                        mapping.source(),
                        key,
                        null);
        return new RowPlan(entry, words(cells, stage), cells.problems());
    }

    private record Stage(Phase phase, PilotStatus status) {}

    private @Nullable Stage stage(CellReader cells, @Nullable String word) {
        StageRule rule = mapping.stage();
        if (word == null) {
            if (rule.blank() == null) {
                cells.problem(Severity.ERROR, rule.column(), "noStage");
                return null;
            }
            cells.problem(Severity.GAP, rule.column(), "blank");
            return new Stage(rule.blank(), PilotStatus.ACTIVE);
        }
        String meaning = rule.words().meaning(word).orElse("");
        Optional<Stage> stage = StageRule.phase(meaning)
                .map(phase -> new Stage(phase, PilotStatus.ACTIVE))
                .or(() -> StageRule.over(meaning).map(over -> new Stage(reached(cells), over)));
        if (stage.isEmpty()) {
            cells.problem(Severity.ERROR, rule.column(), "unknownStage", word);
        }
        return stage.orElse(null);
    }

    private List<String> titleColumns() {
        FieldRule rule = mapping.fields().get(Field.TITLE);
        return rule == null ? List.of() : rule.columns();
    }

    private Phase reached(CellReader cells) {
        Phase reached = Phase.DISCOVERY;
        for (Map.Entry<String, Phase> evidence : mapping.stage().reached().entrySet()) {
            String cell = cells.cell(evidence.getKey());
            if (cell != null && cell.matches(".*\\d{4}.*|.*\\d/\\d.*")) {
                reached = evidence.getValue();
            }
        }
        return reached;
    }

    private static Proposal proposal(CellReader cells, String title) {
        BigDecimal amount = cells.number(Field.AMOUNT);
        String currency = cells.currency(Field.CURRENCY);
        if (amount != null && currency == null) {
            cells.problem(Severity.WARNING, cells.column(Field.AMOUNT), "noCurrency", amount.toPlainString());
        }
        return new Proposal(
                title,
                cells.text(Field.BUSINESS_UNIT),
                cells.text(Field.REGIONS),
                cells.text(Field.OPERATIONAL_PRIORITY),
                cells.text(Field.PROCESS_NAME),
                cells.text(Field.DECISION_POINT),
                cells.text(Field.DECIDED_BY),
                cells.text(Field.DECISION_FREQUENCY),
                cells.text(Field.DECISION_INFORMATION),
                cells.text(Field.OUTCOME_METRIC),
                cells.text(Field.OUTCOME_DIRECTION),
                cells.text(Field.FUNDING_SOURCE),
                currency == null ? null : amount,
                currency,
                cells.date(Field.TIME_BOX_UNTIL),
                null,
                null);
    }

    private static RiskAnswers risk(CellReader cells) {
        return new RiskAnswers(
                cells.text(Field.REGULATED_AREA),
                cells.text(Field.AFFECTED_PERSONS),
                cells.text(Field.AUTONOMY),
                cells.truth(Field.AGENTIC),
                cells.truth(Field.PERSONAL_DATA),
                cells.truth(Field.WORKERS_AFFECTED));
    }

    private static InventoryWords words(CellReader cells, @Nullable String stage) {
        return new InventoryWords(
                stage == null || stage.length() <= 200 ? stage : stage.substring(0, 200),
                cells.text(Field.PURPOSE),
                cells.text(Field.OUTPUTS),
                cells.date(Field.INITIATED),
                cells.date(Field.DEVELOPMENT_BEGAN),
                cells.date(Field.IMPLEMENTED),
                cells.date(Field.RETIRED));
    }

    /** Only people who exist and hold the role; for others the role stays vacant, and the report says why. */
    private Map<String, String> accountable(CellReader cells) {
        Map<String, String> accountable = new HashMap<>();
        mapping.accountable().forEach((group, column) -> {
            String login = cells.cell(column);
            if (login == null) {
                cells.problem(Severity.GAP, column, "nobody", group);
                return;
            }
            Role role = Role.ofGroup(group).orElseThrow();
            if (people.find(login).filter(person -> person.holds(role)).isPresent()) {
                accountable.put(group, login);
            } else {
                cells.problem(Severity.WARNING, column, "unknownPerson", login, group);
            }
        });
        return accountable;
    }
}
