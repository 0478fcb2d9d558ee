package io.pilotage.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.pilotage.identity.DemoUser;
import io.pilotage.identity.DemoUsers;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A form in the task list, filled in from top to bottom with mouse and keyboard. */
public final class FormPage {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Names of the demo users by id, as a list of people shows them. */
    private static final Map<String, String> NAMES =
            new DemoUsers().all().stream().collect(Collectors.toMap(DemoUser::id, DemoUser::name));

    private final Page page;

    public FormPage(Page page) {
        this.page = page;
    }

    /**
     * Answers what the form asks; a field that should be shown and is not fails the test.
     *
     * @param given answers by key of the form; the rest is filled in with the mildest answer
     * @param shown what the form's conditions may read besides, for example {@code context}
     */
    public void fill(String formId, Map<String, ?> given, Map<String, ?> shown) {
        page.locator(".fjs-form").waitFor();
        FormFiller.asked(formId, given, shown).forEach(this::answer);
        assertThat(complaints()).as("what the form %s complains about", formId).isEmpty();
    }

    /** What the form says under its fields, each with the field's label. */
    public List<String> complaints() {
        return page.locator(".fjs-form-field.fjs-has-errors").allInnerTexts();
    }

    private void answer(FormField field, Object value) {
        switch (field.type()) {
            case "checkbox" -> input(field, "").setChecked(Boolean.TRUE.equals(value));
            case "radio" -> input(field, "-" + position(field, value)).check();
            case "checklist" ->
                ((List<?>) value)
                        .forEach(one -> input(field, "-" + position(field, one)).check());
            case "select" -> choose(input(field, "-display"), position(field, value));
            case "taglist" -> {
                ((List<?>) value)
                        .stream()
                                .map(one -> position(field, one))
                                .sorted(Comparator.reverseOrder())
                                .forEach(position -> choose(input(field, ""), position));
                input(field, "").press("Tab");
            }
            case "datetime" -> {
                input(field, "-date").fill(LocalDate.parse(value.toString()).format(AS_TYPED));
                input(field, "-date").press("Enter");
            }
            default -> {
                if (PeopleOffered.ID.equals(field.pattern())) {
                    chooseByName(input(field, ""), NAMES.getOrDefault(value.toString(), value.toString()));
                } else {
                    input(field, "").fill(value.toString());
                }
            }
        }
    }

    private Locator input(FormField field, String part) {
        return page.locator(".fjs-form [id^='fjs-form-'][id$='-" + field.key() + part + "']");
    }

    private void choose(Locator opener, int position) {
        Locator options = page.locator(".fjs-dropdownlist-item");
        if (options.count() == 0) {
            opener.click();
        }
        options.nth(position).click();
    }

    private void chooseByName(Locator search, String name) {
        search.click();
        search.fill(name);
        page.locator(".fjs-dropdownlist-item")
                .getByText(name, new Locator.GetByTextOptions().setExact(true))
                .click();
    }

    private static int position(FormField field, Object value) {
        int position = Objects.requireNonNull(field.options()).indexOf(value.toString());
        if (position < 0) {
            throw new AssertionError(field.key() + " does not offer " + value);
        }
        return position;
    }
}
