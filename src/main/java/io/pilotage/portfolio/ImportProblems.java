package io.pilotage.portfolio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was found wrong or blank in the rows of runs. */
@Repository
class ImportProblems {

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ObjectMapper json;

    ImportProblems(JdbcClient jdbc, JdbcTemplate template, ObjectMapper json) {
        this.jdbc = jdbc;
        this.template = template;
        this.json = json;
    }

    void add(String run, List<RowProblem> problems) {
        List<Object[]> rows = new ArrayList<>();
        int last = 0;
        int number = 0;
        for (RowProblem problem : problems) {
            number = problem.row() == last ? number + 1 : 1;
            last = problem.row();
            rows.add(new Object[] {
                run,
                problem.row(),
                number,
                problem.severity().name(),
                cut(problem.column(), 500),
                problem.kind(),
                write(problem.arguments())
            });
        }
        template.batchUpdate(
                "insert into import_problem (run_id, row_no, number, severity, column_name, kind, arguments)"
                        + " values (?,?,?,?,?,?,?)",
                rows);
    }

    /** A row failed while it was brought in; a failure of an earlier try is replaced. */
    void failed(String run, int row, String why) {
        jdbc.sql("delete from import_problem where run_id = ? and row_no = ? and number = 0")
                .params(run, row)
                .update();
        jdbc.sql("insert into import_problem (run_id, row_no, number, severity, column_name, kind, arguments)"
                        + " values (?,?,0,'ERROR','','failed',?)")
                .params(run, row, write(List.of(cut(why, 400))))
                .update();
    }

    List<ProblemCount> counts(String run) {
        return jdbc.sql("select severity, column_name, kind, count(*) as n from import_problem where run_id = ?"
                        + " group by severity, column_name, kind order by severity, n desc, column_name")
                .param(run)
                .query((row, number) -> new ProblemCount(
                        RowProblem.Severity.valueOf(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getLong(4)))
                .list();
    }

    List<RowProblem> page(String run, RowProblem.@Nullable Severity severity, int offset, int count) {
        String where = severity == null ? "" : " and severity = '" + severity.name() + "'";
        return jdbc.sql("select * from import_problem where run_id = ?" + where + " order by row_no, number limit "
                        + count + " offset " + offset)
                .param(run)
                .query((row, number) -> new RowProblem(
                        row.getInt("row_no"),
                        RowProblem.Severity.valueOf(row.getString("severity")),
                        row.getString("column_name"),
                        row.getString("kind"),
                        read(row.getString("arguments"))))
                .list();
    }

    private String write(List<String> arguments) {
        try {
            return json.writeValueAsString(arguments);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private List<String> read(String arguments) {
        try {
            return json.readValue(arguments, new TypeReference<List<String>>() {});
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
