package io.pilotage.benchmarks;

import io.pilotage.testing.MySqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.ProcessEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.operaton.bpm.engine.repository.DeploymentBuilder;

/** The engine alone with the product's models on an empty MySQL of the same server: no door, no tables of ours. */
public final class BareEngine implements AutoCloseable {

    private final ProcessEngine engine;

    private BareEngine(ProcessEngine engine) {
        this.engine = engine;
    }

    public static BareEngine start() throws IOException {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setJdbcUrl(MySqlServer.shared().freshDatabase());
        configuration.setJdbcDriver("com.mysql.cj.jdbc.Driver");
        configuration.setJdbcUsername("root");
        configuration.setJdbcPassword("");
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        configuration.setJobExecutorActivate(false);
        BareEngine bare = new BareEngine(configuration.buildProcessEngine());
        bare.deploy();
        return bare;
    }

    /** Starts one case at the start event of imported cases, up to the first phase, in a transaction of its own. */
    public void startCase(String key, Map<String, Object> variables) {
        engine.getRuntimeService()
                .createMessageCorrelation("pilotImported")
                .processInstanceBusinessKey(key)
                .setVariables(variables)
                .correlateStartMessage();
    }

    public long cases() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().count();
    }

    @Override
    public void close() {
        engine.close();
    }

    private void deploy() throws IOException {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        for (String root : new String[] {"processes", "forms"}) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    deployment.addString(file.toString(), Files.readString(file));
                }
            }
        }
        deployment.deploy();
    }
}
