package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pilotage.testing.PilotageTest;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.ProcessEngine;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.beans.factory.annotation.Autowired;

/** Behind the gate, which lets no script in: the engine knows no script engine, though libraries bring some along. */
@PilotageTest
class NoScriptsTests {

    @Autowired
    ProcessEngine engine;

    @ParameterizedTest
    @ValueSource(strings = {"juel", "feel", "feel-unary-tests", "javascript", "ecmascript", "groovy", "python", "ruby"})
    void theEngineRunsNoScript(String language) {
        ProcessEngineConfigurationImpl configuration =
                (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        assertThatThrownBy(() -> configuration
                        .getCommandExecutorTxRequired()
                        .execute(inside -> configuration.getScriptingEngines().getScriptEngineForLanguage(language)))
                .hasMessageContaining("find scripting engine");
        assertThat(configuration.getDmnEngineConfiguration().getScriptEngineResolver())
                .isSameAs(configuration.getScriptingEngines());
    }

    @Test
    void theLibrariesBringSomeAlong() {
        assertThat(new ScriptEngineManager().getEngineByName("juel")).isNotNull();
    }
}
