package io.pilotage.workflow;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.pilotage.identity.DemoUser;
import io.pilotage.identity.DemoUsers;
import io.pilotage.testing.Keyboard;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form in the task list, filled in from top to bottom with the keyboard alone. */
public final class FormPage {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    /** Names of the demo users by id, as a list of people shows them. */
    private static final Map<String, String> NAMES =
            new DemoUsers().all().stream().collect(Collectors.toMap(DemoUser::id, DemoUser::name));

    /** Whether the focus is in the field of the key, and on the part that the id ends with. */
    private static final String FOCUSED = """
            ([key, part]) => {
              const at = document.activeElement;
              const field = at?.closest('.fjs-form-field');
              return part ? at?.id.endsWith('-' + key + part)
                : !!field?.querySelector(`[id$='-${key}'], [id$='-${key}-display'], [id$='-${key}-0']`);
            }""";

    private static final String COMPLETE = ".form-actions .btn-primary";

    /** The list of the field that has the focus; that of the field before may still be closing. */
    private static final String OFFERED = ".fjs-form-field:focus-within .fjs-dropdownlist-item";

    /** Whether the item stands below the one that Enter would take. */
    private static final String BELOW = """
            item => {
              const focused = item.parentElement.querySelector('.focused');
              return !focused || !!(focused.compareDocumentPosition(item) & Node.DOCUMENT_POSITION_FOLLOWING);
            }""";

    /** The list hears keys as it was drawn last but one, until the drawing is done; nobody's fingers are that fast. */
    private static final String DRAWN =
            "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done))))";

    private final Page page;
    private final Keyboard keyboard;

    public FormPage(Page page) {
        this.page = page;
        this.keyboard = new Keyboard(page);
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
        keyboard.press("Tab");
        PlaywrightAssertions.assertThat(page.locator(".fjs-form-field.fjs-has-errors"))
                .hasText(new String[0]);
    }

    /** Completes the task; what is signed is confirmed with the demo password in the window that its refusal opens. */
    public void handIn() {
        handIn(window -> {
            window.locator("#password").fill(DemoUsers.PASSWORD);
            window.locator("#password").press("Enter");
        });
    }

    /** The same, with another way to show who one is. */
    public void handIn(Consumer<Page> proof) {
        Locator signing = page.locator("[data-signing]");
        keyboard.to(COMPLETE).press("Enter");
        page.waitForCondition(() -> isLeft() || signing.count() > 0);
        if (signing.count() > 0) {
            Page window = page.waitForPopup(() -> signing.press("Enter"));
            proof.accept(window);
            window.locator("[data-signed]").waitFor();
            page.locator("[notifications-panel] .alert-success").waitFor();
            window.close();
            page.locator(COMPLETE).press("Enter");
        }
        page.waitForCondition(this::isLeft);
    }

    private boolean isLeft() {
        return !page.url().contains("task=");
    }

    private void answer(FormField field, Object value) {
        switch (field.type()) {
            case "checkbox" -> tick(field, "", Boolean.TRUE.equals(value));
            case "radio" -> {
                to(field, "");
                int position = position(field, value);
                keyboard.press("Space");
                for (int i = 0; i < position; i++) {
                    keyboard.press("ArrowDown");
                }
                PlaywrightAssertions.assertThat(input(field, "-" + position)).isChecked();
            }
            case "checklist" ->
                ((List<?>) value)
                        .stream()
                                .map(one -> position(field, one))
                                .sorted()
                                .forEach(position -> tick(field, "-" + position, true));
            case "select" -> {
                to(field, "");
                String chosen = choose(position(field, value));
                PlaywrightAssertions.assertThat(input(field, "-display")).hasText(chosen);
            }
            case "taglist" -> {
                to(field, "");
                ((List<?>) value)
                        .stream()
                                .map(one -> position(field, one))
                                .sorted(Comparator.reverseOrder())
                                .forEach(this::choose);
            }
            case "datetime" -> {
                to(field, "-date");
                type(LocalDate.parse(value.toString()).format(AS_TYPED));
                keyboard.press("Enter");
            }
            default -> {
                to(field, "");
                if (PeopleOffered.ID.equals(field.pattern())) {
                    chooseByName(NAMES.getOrDefault(value.toString(), value.toString()));
                } else {
                    type(value.toString());
                }
            }
        }
    }

    private void to(FormField field, String part) {
        List<String> where = List.of(field.key(), part);
        keyboard.to(field.key() + part, at -> Boolean.TRUE.equals(at.evaluate(FOCUSED, where)));
    }

    private void tick(FormField field, String part, boolean ticked) {
        to(field, part);
        if (input(field, part).isChecked() != ticked) {
            keyboard.press("Space");
        }
    }

    private void type(String text) {
        keyboard.press("Control+A");
        page.keyboard().insertText(text);
    }

    private Locator input(FormField field, String part) {
        return page.locator(".fjs-form [id^='fjs-form-'][id$='-" + field.key() + part + "']");
    }

    private String choose(int position) {
        return take(page.locator(OFFERED).nth(position));
    }

    private void chooseByName(String name) {
        type(name);
        take(page.locator(OFFERED).getByText(name, new Locator.GetByTextOptions().setExact(true)));
    }

    /** Takes an item of the open list, and returns what it says. */
    private String take(Locator item) {
        item.waitFor();
        String says = item.innerText();
        for (int i = 0; i < 100 && !item.getAttribute("class").contains("focused"); i++) {
            keyboard.press(Boolean.TRUE.equals(item.evaluate(BELOW)) ? "ArrowDown" : "ArrowUp");
        }
        PlaywrightAssertions.assertThat(item).hasClass(Pattern.compile("focused"));
        page.evaluate(DRAWN);
        keyboard.press("Enter");
        return says;
    }

    private static int position(FormField field, Object value) {
        int position = Objects.requireNonNull(field.options()).indexOf(value.toString());
        if (position < 0) {
            throw new AssertionError(field.key() + " does not offer " + value);
        }
        return position;
    }
}
