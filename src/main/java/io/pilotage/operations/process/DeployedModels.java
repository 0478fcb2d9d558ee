package io.pilotage.operations.process;

import io.pilotage.operations.process.DeployedModel.Kind;
import io.pilotage.workflow.TrustedEngine;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.management.ProcessDefinitionStatistics;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions of models, tables and forms are deployed, and how many instances run on each version of a model. */
@Component
public class DeployedModels {

    private final ProcessEngine engine;
    private final TrustedEngine trusted;
    private final JdbcClient jdbc;

    DeployedModels(ProcessEngine engine, TrustedEngine trusted, JdbcClient jdbc) {
        this.engine = engine;
        this.trusted = trusted;
        this.jdbc = jdbc;
    }

    /** Of everything the latest version, and of models each version on which something runs. */
    public List<DeployedModel> list() {
        return Stream.of(processes(), tables(), forms()).flatMap(List::stream).toList();
    }

    /** Version of the engine's libraries. */
    public String engineVersion() {
        return String.valueOf(ProcessEngine.class.getPackage().getImplementationVersion());
    }

    private List<DeployedModel> processes() {
        List<ProcessDefinitionStatistics> versions = trusted.call(() -> engine.getManagementService()
                .createProcessDefinitionStatisticsQuery()
                .unlimitedList());
        Map<String, Integer> latest = new HashMap<>();
        versions.forEach(version -> latest.merge(version.getKey(), version.getVersion(), Math::max));
        return versions.stream()
                .map(found -> new DeployedModel(
                        Kind.PROCESS,
                        found.getKey(),
                        found.getVersion(),
                        found.getVersion() == latest.getOrDefault(found.getKey(), 0),
                        found.getInstances()))
                .filter(model -> model.latest() || model.instances() > 0)
                .sorted(Comparator.comparing(DeployedModel::id)
                        .thenComparing(
                                Comparator.comparing(DeployedModel::version).reversed()))
                .toList();
    }

    private List<DeployedModel> tables() {
        return trusted.call(() -> engine
                .getRepositoryService()
                .createDecisionDefinitionQuery()
                .latestVersion()
                .orderByDecisionDefinitionKey()
                .asc()
                .unlimitedList()
                .stream()
                .map(table -> new DeployedModel(Kind.TABLE, table.getKey(), table.getVersion(), true, 0))
                .toList());
    }

    /** The engine has no query for forms. */
    private List<DeployedModel> forms() {
        return jdbc.sql("select KEY_, max(VERSION_) from ACT_RE_CAMFORMDEF group by KEY_ order by KEY_")
                .query((row, number) -> new DeployedModel(Kind.FORM, row.getString(1), row.getInt(2), true, 0))
                .list();
    }
}
