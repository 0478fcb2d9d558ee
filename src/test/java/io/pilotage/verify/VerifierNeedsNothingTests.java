package io.pilotage.verify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The verifier runs where there is neither a network nor a database: it has no word for either. */
class VerifierNeedsNothingTests {

    @Test
    void verifierKnowsNoNetworkNoDatabaseAndNoLibrary() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideOutsideOfPackages(
                        "io.pilotage.verify..",
                        "java.io..",
                        "java.lang..",
                        "java.math..",
                        "java.nio..",
                        "java.security..",
                        "java.time..",
                        "java.util..",
                        // Names of annotations only: no library is needed to run.
                        "org.jspecify..",
                        "org.springframework.modulith")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.nio.channels..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.pilotage.verify"));
    }
}
