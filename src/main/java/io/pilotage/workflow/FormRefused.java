package io.pilotage.workflow;

import java.io.Serial;
import java.util.List;

/** Refuses a form, naming every field that is wrong at once, so that a person corrects it in one go. */
class FormRefused extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<FormRules.Problem> problems;

    FormRefused(List<FormRules.Problem> problems) {
        super("workflow.form.refused", problems.size());
        this.problems = List.copyOf(problems);
    }

    List<FormRules.Problem> problems() {
        return problems;
    }
}
