package io.pilotage.production;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The engine's tables as an engine made them that came before ours: by the scripts in its jar. */
final class OldEngineTables {

    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    private OldEngineTables() {}

    static void create(JdbcClient database) throws IOException {
        try (ZipFile jar = new ZipFile(System.getProperty("pilotage.engine.before"))) {
            for (String part : PARTS) {
                var entry = jar.getEntry("org/camunda/bpm/engine/db/create/activiti.mysql.create." + part + ".sql");
                String script = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                for (String step : script.replaceAll("(?m)^--.*$", "").split(";")) {
                    if (!step.isBlank()) {
                        database.sql(step).update();
                    }
                }
            }
        }
        database.sql("insert into ACT_GE_PROPERTY values ('of the old version', '1', 1)")
                .update();
    }
}
