package io.pilotage.governance.process;

import io.pilotage.governance.Branch;
import io.pilotage.governance.Finding;
import io.pilotage.governance.Review;
import io.pilotage.governance.ReviewDecision;
import io.pilotage.governance.ReviewManagement;
import io.pilotage.pilot.Gate;
import io.pilotage.pilot.GateKeeper;
import io.pilotage.workflow.Notation;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The reviews of a case in the words a decider reads: who agreed, what is open, what the gate still misses. */
@Component
class ReviewSummary {

    private final ReviewManagement reviews;
    private final GateKeeper gates;
    private final MessageSource messages;

    ReviewSummary(ReviewManagement reviews, GateKeeper gates, MessageSource messages) {
        this.reviews = reviews;
        this.gates = gates;
        this.messages = messages;
    }

    /** What every branch said, one row each. */
    List<Map<String, Object>> reviews(String pilotKey) {
        return reviews.of(pilotKey).stream()
                .map(review -> Map.<String, Object>of(
                        "branch", words("governance.branch." + review.branch().code()),
                        "decision", decision(review),
                        "remark", remark(review)))
                .toList();
    }

    /** What still has to change on the case. */
    List<Map<String, Object>> openFindings(String pilotKey) {
        return reviews.openFindings(pilotKey).stream().map(this::row).toList();
    }

    /** What one branch found in an earlier round and nobody has closed. */
    List<Map<String, Object>> openFindings(String pilotKey, Branch branch) {
        return reviews.of(pilotKey, branch).stream()
                .flatMap(review -> review.findings().stream())
                .filter(Finding::isOpen)
                .map(this::row)
                .toList();
    }

    /** Each requirement of gate G3 with whether it is met. */
    List<Map<String, Object>> criteria(String pilotKey) {
        List<String> missing = gates.missing(pilotKey, Gate.G3);
        return gates.requirements(pilotKey, Gate.G3).stream()
                .map(requirement -> Map.<String, Object>of(
                        "criterion", words("pilot.requirement." + requirement),
                        "met", words(missing.contains(requirement) ? "pilot.notMet" : "pilot.met")))
                .toList();
    }

    String words(String key) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return Objects.requireNonNull(messages.getMessage(key, null, last, LocaleContextHolder.getLocale()));
    }

    private String decision(Review review) {
        ReviewDecision decision = review.decision();
        return words("governance.decision." + (decision == null ? "open" : decision.code()));
    }

    private String remark(Review review) {
        Optional<String> interest =
                Optional.ofNullable(review.interest()).map(text -> words("governance.interest") + " " + text);
        return Stream.concat(Stream.of(review.reviewer(), review.reason()), interest.stream())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(": "));
    }

    private Map<String, Object> row(Finding finding) {
        return Map.of(
                "text", finding.statement(),
                "severity", words("governance.severity." + finding.severity()),
                "due", finding.due().toString(),
                "closing", Notation.day(finding.due(), messages) + ", " + finding.owner());
    }
}
