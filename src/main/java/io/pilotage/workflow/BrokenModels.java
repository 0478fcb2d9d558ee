package io.pilotage.workflow;

import java.io.Serial;
import java.util.List;
import org.operaton.bpm.engine.BadUserRequestException;

/** A deployment breaks the rules for models; the message names file, element and rule of each breach. */
class BrokenModels extends BadUserRequestException {

    @Serial
    private static final long serialVersionUID = 1L;

    BrokenModels(List<String> problems) {
        super("ENGINE-09005 Could not parse BPMN process. Errors: \n* " + String.join("\n* ", problems));
    }
}
