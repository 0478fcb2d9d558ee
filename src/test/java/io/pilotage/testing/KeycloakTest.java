package io.pilotage.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * A test on the whole application with people from a real Keycloak, its realm the one of production, on a real MySQL. All
 * such tests share one application context and one Keycloak, in a virtual machine of their own; each brings people of its
 * own in.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@Tag("keycloak")
@SpringBootTest(webEnvironment = WebEnvironment.DEFINED_PORT)
@ActiveProfiles("test")
@ContextConfiguration(initializers = {FreshDatabase.class, FreshKeycloak.class})
@Import({TimeMachine.class, Cases.class, Sabotage.class})
@TestExecutionListeners(listeners = PresentTime.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface KeycloakTest {}
