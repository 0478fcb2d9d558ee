package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a form's rules refuse, and what they make of good answers; on a form made for it. */
class FormRulesTests {

    private static final String FORM = """
            {"id": "f", "components": [
             {"key": "f_text", "label": "Text", "type": "textfield",
              "validate": {"required": true, "minLength": 2, "maxLength": 10, "pattern": "[a-z ]+"}},
             {"key": "f_long", "label": "Long", "type": "textarea"},
             {"key": "f_number", "label": "Number", "type": "number", "decimalDigits": 2, "validate": {"min": 1, "max": 9}},
             {"key": "f_day", "dateLabel": "Day", "type": "datetime", "subtype": "date"},
             {"key": "f_choice", "label": "Choice", "type": "radio", "values": [{"value": "yes"}, {"value": "no"}]},
             {"key": "f_many", "label": "Many", "type": "checklist", "values": [{"value": "a"}, {"value": "b"}]},
             {"key": "f_box", "label": "Box", "type": "checkbox"},
             {"key": "f_shown", "label": "Shown", "type": "textfield", "readonly": true},
             {"type": "group", "conditional": {"hide": "=not(f_choice = \\"no\\")"}, "components": [
              {"key": "f_why", "label": "Why", "type": "textarea", "validate": {"required": true, "maxLength": 100}}]}
            ]}""";

    private final FormSchema form = FormSchema.read(new ByteArrayInputStream(FORM.getBytes(StandardCharsets.UTF_8)));
    private final FormRules rules = new FormRules(new FormConditions());

    @Test
    void goodAnswersComeOutTyped() {
        Map<String, Object> answers = check(Map.of(
                "f_text",
                "abc",
                "f_number",
                2.5,
                "f_day",
                "2030-01-31",
                "f_choice",
                "yes",
                "f_many",
                List.of("a", "b"),
                "f_box",
                true));
        assertThat(answers)
                .containsEntry("f_number", new BigDecimal("2.5"))
                .containsEntry("f_day", LocalDate.of(2030, 1, 31))
                .containsEntry("f_many", List.of("a", "b"))
                .containsEntry("f_box", true)
                .doesNotContainKey("f_why");
    }

    @ParameterizedTest
    @CsvSource({
        "f_text, 1BAD, workflow.form.pattern",
        "f_text, x, workflow.form.minLength",
        "f_text, abcdefghijklmn, workflow.form.maxLength",
        "f_number, 0.5, workflow.form.min",
        "f_number, 10, workflow.form.max",
        "f_number, 2.555, workflow.form.decimals",
        "f_number, many, workflow.form.number",
        "f_number, 1e999999999, workflow.form.number",
        "f_day, 31.1.2030, workflow.form.date",
        "f_day, 2030-02-30, workflow.form.date",
        "f_choice, perhaps, workflow.form.option",
        "f_many, a, workflow.form.list",
        "f_box, maybe, workflow.form.checkbox",
        "f_shown, changed, workflow.form.forged",
        "f_other, x, workflow.form.unknown",
        "charterDecision, go, workflow.form.unknown"
    })
    void aBadAnswerIsRefusedByName(String key, String value, String message) {
        Map<String, Object> answers = new HashMap<>(Map.of("f_text", "abc"));
        answers.put(key, value);
        assertThat(problems(answers)).containsExactly(message);
    }

    @Test
    void anOptionNotOnOfferIsRefusedInAListToo() {
        assertThat(problems(Map.of("f_text", "abc", "f_many", Arrays.asList("a", "z"))))
                .containsExactly("workflow.form.option");
        assertThat(problems(Map.of("f_text", "abc", "f_many", Arrays.asList("a", null))))
                .containsExactly("workflow.form.option");
    }

    @Test
    void aListWhereATextIsAskedIsRefused() {
        assertThat(problems(Map.of("f_text", List.of("abc")))).containsExactly("workflow.form.text");
    }

    @Test
    void textWithoutAStatedLengthEndsWhereTheEngineEnds() {
        assertThat(check(Map.of("f_text", "abc", "f_long", "x".repeat(4000)))).containsKey("f_long");
        assertThat(problems(Map.of("f_text", "abc", "f_long", "x".repeat(4001))))
                .containsExactly("workflow.form.maxLength");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\u001b[2J"})
    void charactersThatCannotBeShownAreRefused(String text) {
        assertThat(problems(Map.of("f_text", "abc", "f_long", text))).containsExactly("workflow.form.control");
    }

    @Test
    void everyWrongFieldIsNamedAtOnce() {
        assertThat(problems(Map.of("f_number", 99, "f_choice", "perhaps")))
                .containsExactlyInAnyOrder("workflow.form.required", "workflow.form.max", "workflow.form.option");
    }

    @Test
    void aConditionalFieldCountsOnlyWhileItIsShown() {
        assertThat(problems(Map.of("f_text", "abc", "f_choice", "no"))).containsExactly("workflow.form.required");
        assertThat(check(Map.of("f_text", "abc", "f_choice", "yes", "f_why", "smuggled")))
                .doesNotContainKey("f_why");
    }

    @Test
    void blanksAreNoAnswer() {
        assertThat(problems(Map.of("f_text", "   "))).containsExactly("workflow.form.required");
    }

    @Test
    void aReadOnlyFieldMayComeBackUnchanged() {
        assertThat(rules.check(form, Map.of("f_text", "abc", "f_shown", "seen"), Map.of("f_shown", "seen")))
                .containsOnlyKeys("f_text");
    }

    @Test
    void whatIsNoFormIsSaidSo() {
        assertThatThrownBy(() -> FormSchema.read(new ByteArrayInputStream("{\"id\":\"x\"}".getBytes())))
                .hasMessageContaining("no id or no components");
        assertThatThrownBy(() -> FormSchema.read(new ByteArrayInputStream("<xml/>".getBytes())))
                .hasMessageContaining("no JSON");
    }

    private Map<String, Object> check(Map<String, ?> answers) {
        return rules.check(form, answers, Map.of());
    }

    private List<String> problems(Map<String, ?> answers) {
        try {
            check(answers);
            return List.of();
        } catch (FormRefused refused) {
            return refused.problems().stream()
                    .map(FormRules.Problem::messageKey)
                    .toList();
        }
    }
}
