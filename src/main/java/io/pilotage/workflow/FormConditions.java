package io.pilotage.workflow;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.dmn.feel.impl.FeelEngine;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.context.VariableContext;
import org.springframework.stereotype.Component;

/** Decides by the form's own FEEL conditions whether a field is hidden, as the form viewer does in the browser. */
@Component
class FormConditions {

    private final FeelEngine feel = new ParsedOnceFeel();

    /** Whether the field, or a group around it, is hidden by the answers given. */
    boolean hides(FormField field, Map<String, ?> values) {
        if (field.hiddenWhen().isEmpty()) {
            return false;
        }
        return field.hiddenWhen().stream().anyMatch(condition -> Boolean.TRUE.equals(value(condition, values)));
    }

    /** What an expression of a form comes to; null for what is not there. */
    @Nullable Object value(String expression, Map<String, ?> values) {
        VariableContext context =
                Variables.fromMap(new java.util.HashMap<>(values)).asVariableContext();
        return feel.evaluateSimpleExpression(expression, context);
    }
}
