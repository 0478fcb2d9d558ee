package io.pilotage.workflow;

import io.pilotage.audit.Personal;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form, with the rules that its file states.
 *
 * @param key name under which the answer is submitted
 * @param label what the person reads
 * @param type form-js component type, for example {@code textfield}
 * @param readOnly shown but not answered; a submitted value is ignored unless it differs, then it is forged
 * @param required whether an answer must be given while the field is shown
 * @param maxLength characters; null when the file sets none
 * @param options values on offer; null when the field offers none
 * @param hiddenWhen FEEL condition of the field or of a group around it under which it is hidden; never null
 */
record FormField(
        String key,
        String label,
        String type,
        boolean readOnly,
        boolean required,
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimalDigits,
        @Nullable String pattern,
        boolean dateOnly,
        @Nullable List<String> options,
        List<String> hiddenWhen) {

    /** Whether the answer is a list of options. */
    boolean isList() {
        return type.equals("checklist") || type.equals("taglist");
    }

    /** Whether people write what they like. */
    boolean isFreeText() {
        return type.equals("textfield") || type.equals("textarea");
    }

    /** Whether the answer is the id of a person. */
    boolean isPerson() {
        return type.equals("textfield") && PeopleOffered.ID.equals(pattern);
    }

    /** What was written, as it is held apart: a person who is named goes with that person, words with who wrote them. */
    Personal apart(String written, String author) {
        return isPerson() ? Personal.person(written) : Personal.words(written, author);
    }

    /** The key without the prefix of its form. */
    String nameIn(String formId) {
        return key.startsWith(formId + "_") ? key.substring(formId.length() + 1) : key;
    }
}
