package io.pilotage.portfolio;

import io.pilotage.table.TableFiles;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How the columns of an inventory become registry fields, and its stage words phases.
 *
 * @param source name under which entries are registered; the same entry of the same source comes in once
 * @param identity columns that tell one entry from another; all columns when none are named
 * @param blank words that stand for "nothing", such as N/A
 * @param dates how dates are written, tried in order
 * @param earliest dates before it are taken for slips
 * @param accountable role group to the column that names the person by login
 */
record Mapping(
        String source,
        List<String> identity,
        Words blank,
        List<DateTimeFormatter> dates,
        LocalDate earliest,
        StageRule stage,
        Map<Field, FieldRule> fields,
        Map<String, String> accountable) {

    /** Every column that must be there. */
    List<String> columns() {
        return Stream.of(
                        identity.stream(),
                        Stream.of(stage.column()),
                        stage.reached().keySet().stream(),
                        fields.values().stream().flatMap(rule -> rule.columns().stream()),
                        accountable.values().stream())
                .flatMap(names -> names)
                .map(TableFiles::even)
                .distinct()
                .toList();
    }
}
