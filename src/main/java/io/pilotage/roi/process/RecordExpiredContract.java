package io.pilotage.roi.process;

import io.pilotage.roi.ContractTerm;
import io.pilotage.workflow.ServiceStep;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Nobody answers for the decision any more until the contract is renewed. */
@Component
class RecordExpiredContract implements ServiceStep {

    private final ContractTerm term;

    RecordExpiredContract(ContractTerm term) {
        this.term = term;
    }

    @Override
    public Map<String, Object> run(String pilotKey, Map<String, Object> variables) {
        term.recordExpired(pilotKey);
        return Map.of();
    }
}
