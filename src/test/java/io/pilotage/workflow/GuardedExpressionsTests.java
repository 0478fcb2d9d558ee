package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.operaton.bpm.engine.variable.Variables;
import org.springframework.context.support.StaticApplicationContext;

/** What an expression reaches that came round the gate: data, and nothing that runs. */
class GuardedExpressionsTests {

    private final GuardedExpressions expressions = new GuardedExpressions(application());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${text.class}",
                "${text.getClass()}",
                "${text['class'].forName('java.lang.Runtime')}",
                "${text.bytes}",
                "${list.getClass().name}",
                "${list.stream()}",
                "${map.size()}",
                "${number.class.protectionDomain}",
                "${dataSource}",
                "${dataSource.connection}",
                "${secret.value}",
                "${step.class}",
                "${step.execute(null)}",
                "${map.a = 1}"
            })
    void nothingThatRunsIsReached(String expression) {
        assertThatThrownBy(() -> value(expression)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void dataIsRead() {
        assertThat(value("${map.a == 'b' && list.contains('x') && number > 3}")).isEqualTo(true);
        assertThat(value("${list[0]}")).isEqualTo("x");
        assertThat(value("${step}")).isInstanceOf(JavaDelegate.class);
    }

    private Object value(String expression) {
        var variables = Variables.fromMap(Map.of(
                "text", "a", "list", List.of("x"), "map", Map.of("a", "b"), "number", 4, "secret", new Secret()));
        return expressions
                .createValueExpression(expression)
                .getValue(expressions.createElContext(variables.asVariableContext()));
    }

    private static StaticApplicationContext application() {
        StaticApplicationContext application = new StaticApplicationContext();
        application.getBeanFactory().registerSingleton("dataSource", new Secret());
        JavaDelegate step = execution -> {};
        application.getBeanFactory().registerSingleton("step", step);
        return application;
    }

    /** Something that is no data. */
    public static class Secret {
        public String getValue() {
            return "secret";
        }
    }
}
