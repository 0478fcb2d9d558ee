package io.pilotage.pilot;

import io.pilotage.workflow.Refused;
import java.io.Serial;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;

/** A gate cannot open yet; names everything that is missing, and why where somebody knows it, so that it can be brought. */
public class GateClosed extends Refused {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> missing;

    /** @param whyNot why a requirement is not met, where somebody knows it */
    GateClosed(Gate gate, List<String> missing, Function<String, Optional<MessageSourceResolvable>> whyNot) {
        super("pilot.gate.closed", gate.name(), together(missing, whyNot));
        this.missing = List.copyOf(missing);
    }

    /** Names of the missing requirements; the message {@code pilot.requirement.<name>} says each in words. */
    public List<String> missing() {
        return missing;
    }

    private static MessageSourceResolvable together(
            List<String> missing, Function<String, Optional<MessageSourceResolvable>> whyNot) {
        return missing.stream()
                .map(requirement -> inWords(requirement, whyNot))
                .reduce((one, other) -> say("pilot.gate.and", one, other))
                .orElseThrow();
    }

    private static MessageSourceResolvable inWords(
            String requirement, Function<String, Optional<MessageSourceResolvable>> whyNot) {
        MessageSourceResolvable words = say("pilot.requirement." + requirement.replace(':', '.'));
        return whyNot.apply(requirement)
                .map(why -> say("pilot.gate.because", words, why))
                .orElse(words);
    }

    private static MessageSourceResolvable say(String key, Object... arguments) {
        return new DefaultMessageSourceResolvable(new String[] {key}, arguments, key);
    }
}
