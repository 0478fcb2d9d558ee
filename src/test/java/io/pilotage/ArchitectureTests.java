package io.pilotage;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The three rules of the architecture: modules keep to what they declare, few touch the engine, nothing goes in circles. */
class ArchitectureTests {

    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(Pilotage.class).verify();
    }

    @Test
    void onlyWorkflowAndProcessPackagesKnowTheEngine() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.pilotage.workflow..", "io.pilotage..process..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.operaton..")
                .check(ProductClasses.ALL);
    }

    @Test
    void nothingGoesInCircles() {
        slices().matching("io.pilotage.(*)..").should().beFreeOfCycles().check(ProductClasses.ALL);
    }
}
