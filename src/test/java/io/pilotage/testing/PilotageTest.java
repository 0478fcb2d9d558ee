package io.pilotage.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test on the whole application, its real models and a real MySQL. All such tests share one application context, so
 * none may replace a bean or set a property; each works on cases of its own and leaves the rest alone.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureObservability
@ActiveProfiles("test")
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({TimeMachine.class, Cases.class, FlowRecorder.class, Sabotage.class})
@TestExecutionListeners(listeners = PresentTime.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface PilotageTest {}
