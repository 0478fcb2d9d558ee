package io.pilotage.roi;

import io.pilotage.pilot.EvidenceSource;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts a money case can vouch for, at gate G2 and for as long as its signature counts. */
@Component
class RoiEvidence implements EvidenceSource {

    private final RoiManagement roi;
    private final MoneyCaseSealing sealing;

    RoiEvidence(RoiManagement roi, MoneyCaseSealing sealing) {
        this.roi = roi;
        this.sealing = sealing;
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> factsOf(String pilotKey) {
        LocalDate today = roi.today();
        Set<String> facts = new HashSet<>();
        if (sealing.isSealed(pilotKey)) {
            facts.add("moneyCaseSealed");
        }
        if (!sealing.isRevoked(pilotKey)) {
            facts.add("moneyCaseNotRevoked");
        }
        if (roi.isBaselineGood(pilotKey)) {
            facts.add("baselineMeasured");
        }
        roi.criteriaOf(pilotKey)
                .filter(AgreedCriteria::isComplete)
                .ifPresent(complete -> facts.add("killCriteriaAgreed"));
        roi.contractOf(pilotKey)
                .filter(contract -> contract.isInForceOn(today))
                .ifPresent(signed -> facts.add("contractSigned"));
        if (roi.contractOf(pilotKey)
                .filter(contract -> !contract.isInForceOn(today))
                .isEmpty()) {
            facts.add("contractInForce");
        }
        roi.moneyCaseOf(pilotKey).ifPresent(money -> {
            if (money.netValue().signum() > 0) {
                facts.add("netValuePositive");
            }
            if (money.isLossBounded() || isOwned(pilotKey, money, today)) {
                facts.add("lossBounded");
            }
        });
        return facts;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<MessageSourceResolvable> whyNot(String pilotKey, String fact) {
        return switch (fact) {
            case "netValuePositive" -> roi.moneyCaseOf(pilotKey).flatMap(RoiEvidence::whyNoNet);
            case "lossBounded" -> roi.moneyCaseOf(pilotKey).map(RoiEvidence::whyUnbounded);
            default -> Optional.empty();
        };
    }

    private static Optional<MessageSourceResolvable> whyNoNet(MoneyCase money) {
        return money.culprit()
                .map(line -> say(
                        line.pilotPays() ? "roi.gate.scale" : "roi.gate.line",
                        money.hypothesis().plannedVolume(),
                        money.costPerYear(),
                        money.hypothesis().p50(),
                        say("roi.cost." + line.kind()),
                        line.perYear()));
    }

    private static MessageSourceResolvable whyUnbounded(MoneyCase money) {
        return say(
                "roi.gate.loss",
                money.lossAtP10(),
                Objects.requireNonNullElse(money.hypothesis().lossLimit(), BigDecimal.ZERO));
    }

    private static MessageSourceResolvable say(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments, key);
    }

    private boolean isOwned(String pilotKey, MoneyCase money, LocalDate today) {
        return roi.ownershipOf(pilotKey)
                .filter(ownership -> ownership.covers(money.lossAtP10(), today))
                .isPresent();
    }
}
