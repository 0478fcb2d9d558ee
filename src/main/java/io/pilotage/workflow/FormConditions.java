package io.pilotage.workflow;

import java.util.Map;
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
        VariableContext context =
                Variables.fromMap(new java.util.HashMap<>(values)).asVariableContext();
        return field.hiddenWhen().stream()
                .anyMatch(condition -> Boolean.TRUE.equals(feel.evaluateSimpleExpression(condition, context)));
    }
}
