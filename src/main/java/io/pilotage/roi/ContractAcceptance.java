package io.pilotage.roi;

import io.pilotage.seal.Seal;
import io.pilotage.seal.SealChange;
import io.pilotage.seal.SealKind;
import io.pilotage.seal.SealedContent;
import io.pilotage.seal.Seals;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Freezes a decision contract in the moment somebody accepts it by name (R79). */
@Component
class ContractAcceptance {

    private static final String MEANING = "contract";

    private final Seals seals;
    private final ApplicationEventPublisher events;

    ContractAcceptance(Seals seals, ApplicationEventPublisher events) {
        this.seals = seals;
        this.events = events;
    }

    /** Seals and signs it; a contract that was accepted before, word for word, is not signed twice. */
    void accept(DecisionContract contract, SealChange change) {
        String pilotKey = contract.pilotKey();
        Seal seal = seals.seal(
                pilotKey,
                SealKind.DECISION_CONTRACT,
                SealedContent.of(contract)
                        .without("signedAt")
                        .persons("signedBy")
                        .words(contract.signedBy(), "escalation", "onCall")
                        .texts("liableRole", "actor", "goodEnough", "overrideProcedure", "explanation", "appeal")
                        .textsIn("scenarios", "situation", "acceptableError")
                        .textsIn("affected", "losesAuthority", "objection", "objectionAnswer", "processToRewrite"),
                contract.signedBy(),
                change,
                contract.signedAt());
        boolean signed = seals.signatures(pilotKey).stream()
                .anyMatch(signature -> signature.kind() == seal.kind() && signature.version() == seal.version());
        if (!signed) {
            seals.sign(pilotKey, List.of(seal.kind()), List.of(contract.signedBy()), MEANING, contract.signedAt());
            events.publishEvent(new DecisionContractAccepted(pilotKey, contract.contractEnds()));
        }
    }
}
