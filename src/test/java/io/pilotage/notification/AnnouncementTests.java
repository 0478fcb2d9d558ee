package io.pilotage.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/** How announcements are put into words. */
class AnnouncementTests {

    private final Wording wording = new Wording(messages());

    @Test
    void escalationIsToldInEnglish() {
        Announcement announcement = reminder("Sign the ROI", "Claims triage").build();
        assertThat(wording.subject(announcement))
                .isEqualTo("Please decide by Friday, 6 March 2026, 17:00 CET: Sign the ROI (Claims triage)");
        assertThat(wording.body(announcement))
                .startsWith("“Sign the ROI” for the pilot “Claims triage” is waiting for you.")
                .contains("\n\n")
                .endsWith("Nothing is approved by silence.");
    }

    @Test
    void escalationIsToldInGerman() {
        Announcement announcement = reminder("ROI unterschreiben", "Schadentriage")
                .in(Locale.GERMAN)
                .build();
        assertThat(wording.subject(announcement))
                .isEqualTo(
                        "Bitte bis Freitag, 6. März 2026, 17:00 MEZ entscheiden: ROI unterschreiben (Schadentriage)");
        assertThat(wording.body(announcement)).contains("„ROI unterschreiben“ für den Piloten „Schadentriage“");
    }

    @Test
    void unknownLanguageIsAnsweredInEnglish() {
        assertThat(wording.subject(reminder("a", "b").in(Locale.JAPANESE).build()))
                .startsWith("Please decide by");
    }

    @Test
    void nameCannotAddLinesToTheSubject() {
        Announcement announcement =
                reminder("x\r\nBcc: everybody@example.org", "\u0000{0} '{1}'").build();
        assertThat(wording.subject(announcement))
                .endsWith(": x Bcc: everybody@example.org ( {0} '{1}')")
                .doesNotContain("\r", "\n", "\u0000");
    }

    @Test
    void longSubjectIsCutBetweenCharacters() {
        for (int length = 80; length < 84; length++) {
            String subject = wording.subject(
                    reminder("x".repeat(length), "🚢".repeat(200)).build());
            assertThat(subject).hasSizeBetween(199, 200);
            assertThat(Character.isHighSurrogate(subject.charAt(subject.length() - 1)))
                    .isFalse();
        }
    }

    @Test
    void kindWithoutWordsIsRefused() {
        Announcement announcement = Announcement.of("nonsense", "key").build();
        assertThatExceptionOfType(NoSuchMessageException.class).isThrownBy(() -> wording.subject(announcement));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "//example.org", "t/1", "", "/t/1 2", "/t\n"})
    void linkLeadsNowhereButIntoTheProduct(String link) {
        Announcement.Builder announcement = reminder("a", "b").link(link);
        assertThatIllegalArgumentException().isThrownBy(announcement::build);
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080", "http://localhost:8080/", "https://example.org/pilotage/"})
    void linkIsAddedToTheAddressOfTheProduct(java.net.URI base) {
        var properties = new MailProperties(MailProperties.Delivery.SEND, "x@example.org", base);
        assertThat(properties.address("/t/1")).isEqualTo(base.toString().replaceAll("/$", "") + "/t/1");
    }

    @Test
    void bothLanguagesHaveTheSameTexts() throws Exception {
        Properties english =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/notification.properties"));
        Properties german =
                PropertiesLoaderUtils.loadProperties(new ClassPathResource("messages/notification_de.properties"));
        assertThat(new TreeSet<>(german.keySet())).isEqualTo(new TreeSet<>(english.keySet()));
    }

    private static Announcement.Builder reminder(String task, String pilot) {
        return Announcement.of("escalation.reminder", "task-1 L0")
                .naming(task, pilot, ZonedDateTime.parse("2026-03-06T17:00:00+01:00[Europe/Berlin]"), "Anna");
    }

    private static ResourceBundleMessageSource messages() {
        var messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/notification");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
