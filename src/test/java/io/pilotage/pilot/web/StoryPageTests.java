package io.pilotage.pilot.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.pilotage.audit.RecordedEntry;
import io.pilotage.audit.Trail;
import io.pilotage.audit.TrailEntry;
import io.pilotage.audit.TrailFilter;
import io.pilotage.testing.Browser;
import io.pilotage.testing.Caller;
import io.pilotage.testing.Cases;
import io.pilotage.testing.PilotageTest;
import io.pilotage.workflow.AnsweredForms;
import io.pilotage.workflow.AnsweredForms.Part;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The story of a case tells all of its trail, and each entry opens to what the person saw and answered. */
@PilotageTest
class StoryPageTests {

    @Autowired
    Cases cases;

    @Autowired
    Trail trail;

    @Autowired
    AnsweredForms forms;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void entryOpensToWhatThePersonSawAndAnswered() {
        String key = accepted();
        TrailEntry entry = completed(key);
        List<Part> parts = forms.of(entry, Locale.ENGLISH).orElseThrow();
        String title = jdbc.sql("select title from pilot where pilot_key = ?")
                .param(key)
                .query(String.class)
                .single();
        assertThat(parts)
                .anySatisfy(part -> assertThat(part.text())
                        .contains(title, key, "Phase: Discovery", "Risk: low")
                        .doesNotContain("{{", "**", "###"));
        assertThat(parts)
                .filteredOn(Part::question)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.label()).isNotBlank())
                .anySatisfy(part -> assertThat(part.text()).isEqualTo("As agreed"));
        assertThat(forms.of(entry, Locale.GERMAN).orElseThrow())
                .filteredOn(Part::question)
                .extracting(Part::label)
                .doesNotContainAnyElementsOf(parts.stream()
                        .filter(Part::question)
                        .map(Part::label)
                        .limit(1)
                        .toList());
    }

    @Test
    void pageTellsWhoInWhichRoleWithAnswersAndVersions() {
        String key = accepted();
        Caller reader = Caller.session(port, "audit-read");
        String page = reader.page("/pilots/" + key + "/story?lang=en").body();
        TrailEntry entry = completed(key);
        assertThat(page)
                .contains("Decision owner", "signed “Accept accountability”", "As agreed", entry.formVersion())
                .contains("Decision table “riskTier”, version 1", "The decision table")
                .doesNotContain("??");
        assertThat(reader.page("/pilots/" + key).body()).contains("/pilots/" + key + "/story");
    }

    @Test
    void anOpenedEntryListsThePartsOfItsSignature() {
        String key = accepted();
        String page = story(Caller.session(port, "audit-read"), key, "kind=tasks");
        String signature = page.substring(page.indexOf("<strong>Signature</strong>"));
        assertThat(signature.substring(0, signature.indexOf("</section>")).replaceAll("<[^>]+>\\s*", "|"))
                .contains("Signed by|", "|Decision owner A|", "Date and time|")
                .contains("Meaning|", "|taking responsibility|")
                .contains("Declared|", "|With my signature I say whether I answer for this decision.")
                .contains("Confirmed by|", "|password given again|", "Identity shown|");
        assertThat(story(Caller.session(port, "audit-read"), key, "kind=tables"))
                .doesNotContain("<strong>Signature</strong>");
    }

    @Test
    void storyIsFilteredByKindPersonAndPhase() {
        String key = accepted();
        Caller reader = Caller.session(port, "bu-sponsor");
        assertThat(story(reader, key, "kind=tables"))
                .contains("The decision table")
                .doesNotContain("signed “");
        assertThat(story(reader, key, "person=decision-owner"))
                .contains("signed “")
                .doesNotContain("proposed the");
        assertThat(story(reader, key, "person=pilotage"))
                .contains("The decision table")
                .doesNotContain("signed “");
        assertThat(story(reader, key, "phase=rollout")).contains("Nothing of this kind");
        assertThat(story(reader, key, "phase=discovery&kind=tasks")).contains("signed “", "proposed the");
        assertThat(reader.page("/pilots/P-none/story").status()).isEqualTo(404);
        assertThat(Caller.anonymous(port).page("/pilots/" + key + "/story").status())
                .isEqualTo(302);
    }

    @Test
    void whatWasSeenIsNotSentBackIntoTheForm() {
        String key = accepted();
        assertThat(completed(key).details()).containsKey(AnsweredForms.SEEN);
        assertThat(cases.tasks(key))
                .allSatisfy(task -> assertThat(
                                cases.shown(task, task.getAssignee() == null ? "decision-owner" : task.getAssignee()))
                        .doesNotContainKey(task.getTaskDefinitionKey() + "_" + AnsweredForms.SEEN));
    }

    @Test
    void storyFitsAPhoneAndOpensByKeyboard() {
        String key = accepted();
        try (Browser desktop = Browser.desktop(port);
                Browser phone = Browser.phone(port)) {
            desktop.signIn("audit-read").open("/pilots/" + key + "/story?lang=de");
            desktop.page().locator("details.opened summary").first().focus();
            desktop.page().keyboard().press("Enter");
            desktop.page().locator("details.opened[open]").first().waitFor();
            desktop.page().evaluate("document.querySelectorAll('details.opened').forEach(one => one.open = true)");
            desktop.screenshot("story-de");
            assertThat(desktop.barriers()).isEmpty();
            phone.page().setViewportSize(360, 800);
            phone.signIn("audit-read").open("/pilots/" + key + "/story");
            phone.page().evaluate("document.querySelectorAll('details.opened').forEach(one => one.open = true)");
            phone.screenshot("story");
            assertThat(phone.scrollsSideways()).isFalse();
            assertThat(phone.barriers()).isEmpty();
            assertThat(desktop.problems()).isEmpty();
            assertThat(phone.problems()).isEmpty();
        }
    }

    private static String story(Caller reader, String key, String filter) {
        return reader.page("/pilots/" + key + "/story?lang=en&" + filter).body();
    }

    private String accepted() {
        String key = cases.propose(Cases.LOW, Map.of());
        cases.complete(key, "acceptAccountability", "decision-owner", Map.of("decision", "accept"));
        return key;
    }

    private TrailEntry completed(String key) {
        return trail.of(key, TrailFilter.ALL.ofKinds("completed").at("acceptAccountability"), PageRequest.of(0, 1))
                .map(RecordedEntry::entry)
                .getContent()
                .get(0);
    }
}
