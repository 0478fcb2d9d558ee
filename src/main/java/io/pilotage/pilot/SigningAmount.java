package io.pilotage.pilot;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailFilter;
import io.pilotage.workflow.Notation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/**
 * Which amount in which currency decided who has to sign: as the decision table {@code approvalLevel} was asked, by the
 * rate that it was told then and that the trail keeps, whatever the rate is today.
 */
@Component
public class SigningAmount {

    private static final String RATES = "exchangeRate";
    /** Where the table is asked about money, the latest step first. */
    private static final List<String> STEPS = List.of("nameRenewalSigners", "nameRoiSigners", "nameCharterSigners");

    private final PilotManagement pilots;
    private final Trail trail;
    private final CaseWords words;

    SigningAmount(PilotManagement pilots, Trail trail, CaseWords words) {
        this.pilots = pilots;
        this.trail = trail;
        this.words = words;
    }

    /**
     * One sentence in the language of the reader.
     *
     * @param steps business-rule tasks that ask the table; the first that was asked counts
     * @return empty as long as none was asked, or where it was asked before amounts were converted
     */
    public Optional<String> in(String pilotKey, String... steps) {
        return Stream.of(steps)
                .flatMap(step -> asked(pilotKey, step))
                .findFirst()
                .map(rate -> said(pilotKey, rate));
    }

    /** The same for the step that asked last. */
    public Optional<String> in(String pilotKey) {
        return in(pilotKey, STEPS.toArray(String[]::new));
    }

    /** As a part of what a form shows: {@code signing.text}, or nothing. */
    public Map<String, Object> context(String pilotKey, String... steps) {
        return in(pilotKey, steps)
                .map(text -> Map.<String, Object>of("signing", Map.of("text", text)))
                .orElse(Map.of());
    }

    private Stream<Rate> asked(String pilotKey, String step) {
        return trail.of(pilotKey, TrailFilter.ALL.ofKinds("tableAsked").at(step), PageRequest.of(0, 1)).stream()
                .flatMap(SigningAmount::rate);
    }

    private static Stream<Rate> rate(RecordedEntry recorded) {
        return recorded.entry().details().get("behind") instanceof Map<?, ?> behind
                        && behind.get(RATES) instanceof Map<?, ?> asked
                        && asked.get("outputs") instanceof List<?> rows
                        && !rows.isEmpty()
                        && rows.get(0) instanceof Map<?, ?> row
                ? Stream.of(new Rate(number(row.get("rate")), Objects.toString(row.get("policyCurrency"), "")))
                : Stream.empty();
    }

    private static @Nullable BigDecimal number(@Nullable Object value) {
        return value == null ? null : new BigDecimal(value.toString());
    }

    private String said(String pilotKey, Rate rate) {
        Proposal proposal = pilots.get(pilotKey).proposal();
        BigDecimal amount = proposal.amount();
        String currency = proposal.currency();
        if (amount == null || currency == null) {
            return words.say("pilot.signing.unknown");
        }
        String stated = Notation.money(amount, currency);
        if (rate.perUnit == null) {
            return words.say("pilot.signing.noRate", stated, currency, rate.policyCurrency);
        }
        return currency.equals(rate.policyCurrency)
                ? words.say("pilot.signing.same", stated, currency)
                : words.say(
                        "pilot.signing.converted",
                        stated,
                        currency,
                        Notation.money(amount.multiply(rate.perUnit), rate.policyCurrency),
                        rate.policyCurrency,
                        Notation.plain(rate.perUnit));
    }

    /** What one unit of the pilot's currency cost in the policy currency; null where no rate was known. */
    private record Rate(@Nullable BigDecimal perUnit, String policyCurrency) {}
}
