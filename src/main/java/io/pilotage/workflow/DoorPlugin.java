package io.pilotage.workflow;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngineManager;
import org.operaton.bpm.dmn.engine.DmnEngineConfiguration;
import org.operaton.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fits the engine with the door, the guards, the JSON value type, the rules for models and the coarse grants. */
@Component
class DoorPlugin extends AbstractProcessEnginePlugin {

    /** Rows of one list that the engine gives at most. */
    static final int MOST_RESULTS = 2000;

    private final DoorListener door;
    private final StartDoorListener startDoor;
    private final DeadlineCloser deadlineCloser;
    private final Admission admission;
    private final FormData formData;
    private final FormTexts formTexts;
    private final PeopleOffered people;
    private final ModelRulesDeployer modelRules;
    private final DeploymentRecord deployments;
    private final FailedJobs failedJobs;
    private final ApplicationContext application;

    DoorPlugin(
            DoorListener door,
            StartDoorListener startDoor,
            DeadlineCloser deadlineCloser,
            Admission admission,
            FormData formData,
            FormTexts formTexts,
            @Lazy PeopleOffered people,
            ModelRulesDeployer modelRules,
            DeploymentRecord deployments,
            FailedJobs failedJobs,
            ApplicationContext application) {
        this.door = door;
        this.startDoor = startDoor;
        this.deadlineCloser = deadlineCloser;
        this.admission = admission;
        this.formData = formData;
        this.formTexts = formTexts;
        this.people = people;
        this.modelRules = modelRules;
        this.deployments = deployments;
        this.failedJobs = failedJobs;
        this.application = application;
    }

    private static DefaultDmnEngineConfiguration decisions() {
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setFeelEngineFactory(new ParsedOnceFeel());
        return decisions;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        List<org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener> listeners = new ArrayList<>();
        if (engine.getCustomPreBPMNParseListeners() != null) {
            listeners.addAll(engine.getCustomPreBPMNParseListeners());
        }
        listeners.add(new DoorParseListener(door, startDoor, deadlineCloser));
        engine.setCustomPreBPMNParseListeners(listeners);
        engine.setDmnEngineConfiguration(decisions());
        engine.setCustomPreVariableSerializers(List.of(new JsonValueSerializer()));
        engine.setCustomPreDeployers(List.of(modelRules));
        engine.setCustomPostDeployers(new ArrayList<>(List.of(deployments)));
        engine.setCustomPreCommandInterceptorsTxRequired(List.of(new IdentityGuard(engine)));
        engine.setCustomPreCommandInterceptorsTxRequiresNew(List.of(new IdentityGuard(engine)));
        engine.setExpressionManager(new GuardedExpressions(application));
        engine.setScriptEngineResolver(
                new DefaultScriptEngineResolver(new ScriptEngineManager(ClassLoader.getPlatformClassLoader())));
        engine.setTaskService(new DoorTaskService(admission));
        engine.setFormService(new DoorFormService(admission, formData, formTexts, people));
        engine.setResourceAuthorizationProvider(new NoDefaultGrants());
        engine.setReevaluateTimeCycleWhenDue(true);
        engine.setDefaultUserPermissionNameForTask("TASK_WORK");
        engine.setGeneralResourceWhitelistPattern("[\\w.@-]+");
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setManagementService(new DoorManagementService(engine, admission));
        engine.setFilterService(new DoorFilterService(admission));
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableCmdExceptionLogging(false);
        engine.setLoggingContextBusinessKey("pilotKey");
        engine.setQueryMaxResultsLimit(MOST_RESULTS);
        engine.setHistoryRemovalTimeStrategy("end");
        engine.setCustomIncidentHandlers(List.of(failedJobs));
        engine.setFailedJobRetryTimeCycle("PT1M,PT5M,PT30M");
    }

    /** The engine's own group of administrators may do nothing: its member only closes the set-up page of the demo. */
    @Override
    public void postInit(ProcessEngineConfigurationImpl engine) {
        engine.getAdminGroups().clear();
        engine.getValueTypeResolver().addType(JsonValueType.JSON);
    }
}
