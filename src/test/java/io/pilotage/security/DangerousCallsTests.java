package io.pilotage.security;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.pilotage.ProductClasses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the product never does: start programs, read serialised objects, evaluate text as code. */
class DangerousCallsTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "java.lang.ProcessBuilder",
                "java.lang.Process",
                "java.io.ObjectInputStream",
                "java.beans.XMLDecoder",
                "java.net.URLClassLoader",
                "javax.script.ScriptEngine",
                "javax.naming.InitialContext",
                "org.springframework.expression.spel.standard.SpelExpressionParser"
            })
    void isNowhereInTheProduct(String type) {
        noClasses().should().dependOnClassesThat().haveFullyQualifiedName(type).check(ProductClasses.ALL);
    }
}
