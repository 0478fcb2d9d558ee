package io.pilotage.workflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says a refusal in a person's language; a refused form names every field that is wrong. */
@Component
public class RefusalSentences {

    private final MessageSource messages;

    RefusalSentences(MessageSource messages) {
        this.messages = messages;
    }

    public String of(Refused refused, Locale language) {
        if (refused instanceof FormRefused form) {
            String problems = form.problems().stream()
                    .map(problem -> messages.getMessage(problem.messageKey(), problem.words(), language))
                    .collect(Collectors.joining(" "));
            return messages.getMessage(refused.messageKey(), new Object[] {problems}, language);
        }
        return messages.getMessage(refused.messageKey(), refused.arguments(), language);
    }

    /** The sentence of each field by its key, for the form that was sent; empty where no field is at fault. */
    public Map<String, String> byField(Refused refused, Locale language) {
        Map<String, String> sentences = new LinkedHashMap<>();
        fields(refused).forEach(field -> sentences.putIfAbsent(field.key(), of(field, language)));
        return sentences;
    }

    /** The same for programs: {@code key} and {@code message}, and in a table also {@code row} and {@code column}. */
    public List<Map<String, Object>> fields(Refused refused, Locale language) {
        List<Map<String, Object>> said = new ArrayList<>();
        for (FieldsRefused.Field field : fields(refused)) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("key", field.key());
            if (field.row() != null) {
                one.put("row", field.row());
                one.put("column", field.key());
            }
            one.put("message", of(field, language));
            said.add(one);
        }
        return said;
    }

    private static List<FieldsRefused.Field> fields(Refused refused) {
        return refused instanceof FieldsRefused several ? several.fields() : List.of();
    }

    private String of(FieldsRefused.Field field, Locale language) {
        return messages.getMessage(field.messageKey(), field.arguments().toArray(), language);
    }
}
