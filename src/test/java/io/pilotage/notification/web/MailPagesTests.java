package io.pilotage.notification.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.pilotage.identity.FormTargets;
import io.pilotage.identity.People;
import io.pilotage.notification.Mail;
import io.pilotage.notification.NotificationManagement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.SliceImpl;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** Who sees which mails on the page, and how. */
@WebMvcTest(
        controllers = MailPages.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.pilotage\\.(workflow|pilot|portfolio)\\..*"))
@Import(FormTargets.class)
class MailPagesTests {

    @Autowired
    MockMvcTester mvc;

    @MockitoBean
    NotificationManagement notifications;

    @MockitoBean(answers = Answers.CALLS_REAL_METHODS)
    People people;

    @BeforeEach
    void mails() {
        List<Mail> all = List.of(mail(2, "bert", Mail.State.FAILED), mail(1, "anna", Mail.State.KEPT));
        given(notifications.mails(any())).willReturn(new SliceImpl<>(all));
        given(notifications.mailsTo(any(), any()))
                .willAnswer(call -> new SliceImpl<>(all.stream()
                        .filter(mail -> mail.recipient().equals(call.getArgument(0)))
                        .toList()));
        given(notifications.mail(1)).willReturn(Optional.of(all.get(1)));
        given(notifications.mail(2)).willReturn(Optional.of(all.get(0)));
    }

    @Test
    void everybodySeesTheirOwnMails() {
        assertThat(get("/mails", "anna", "bu-sponsor"))
                .hasStatusOk()
                .bodyText()
                .contains("What was written to you", "/mails/1", "Shown here only", "6 Mar 2026, 12:00 UTC")
                .doesNotContain("/mails/2", "bert");
    }

    @ParameterizedTest
    @ValueSource(strings = {"process-admin", "portfolio-office"})
    void caretakersSeeAllMails(String role) {
        assertThat(get("/mails", "carla", role))
                .hasStatusOk()
                .bodyText()
                .contains("/mails/1", "/mails/2", "Not delivered");
        assertThat(get("/mails/2", "carla", role)).hasStatusOk();
    }

    @Test
    void ownMailIsOpened() {
        assertThat(get("/mails/1", "anna", "bu-sponsor"))
                .hasStatusOk()
                .bodyText()
                .contains("First line", "Second line", "href=\"/t/4711\"", "P-1")
                .doesNotContain("Why it could not be sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/mails/2", "/mails/3", "/mails/-1"})
    void othersMailIsAsLittleThereAsNone(String address) {
        assertThat(get(address, "anna", "governance-chair")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void reasonIsShownWhenMailCouldNotBeSent() {
        assertThat(get("/mails/2", "bert", "bu-sponsor"))
                .bodyText()
                .contains("Why it could not be sent", "No &lt;route&gt;");
    }

    @Test
    void pageSpeaksGerman() {
        assertThat(mvc.perform(MockMvcRequestBuilders.get("/mails")
                        .locale(Locale.GERMAN)
                        .with(user("anna").authorities(new SimpleGrantedAuthority("ROLE_bu-sponsor")))))
                .bodyText()
                .contains("Was an Sie geschrieben wurde", "Nur hier zu lesen", "6. März 2026, 12:00 UTC");
    }

    @Test
    void emptyPageSaysWhatWillBeThere() {
        assertThat(get("/mails", "zoe", "bu-sponsor"))
                .bodyText()
                .contains("No mail yet")
                .doesNotContain("<table");
    }

    @Test
    void longListIsTurnedOver() {
        given(notifications.mailsTo(any(), any()))
                .willAnswer(call -> new SliceImpl<>(
                        IntStream.range(0, 50)
                                .mapToObj(i -> mail(i, "anna", Mail.State.SENT))
                                .toList(),
                        call.<Pageable>getArgument(1),
                        true));
        assertThat(get("/mails?page=1", "anna", "bu-sponsor")).bodyText().contains("/mails?page=0", "/mails?page=2");
        assertThat(get("/mails?page=-7", "anna", "bu-sponsor")).hasStatusOk();
        assertThat(get("/mails?page=x", "anna", "bu-sponsor")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    private MvcTestResult get(String address, String person, String role) {
        return mvc.perform(MockMvcRequestBuilders.get(address)
                .locale(Locale.ENGLISH)
                .with(user(person).authorities(new SimpleGrantedAuthority("ROLE_" + role))));
    }

    private static Mail mail(long id, String recipient, Mail.State state) {
        return new Mail(
                id,
                "key-" + id,
                recipient,
                "escalation.reminder",
                Locale.ENGLISH,
                "Subject " + id,
                "First line\n\nSecond line",
                "/t/4711",
                "P-1",
                Instant.parse("2026-03-06T12:00:00Z"),
                state,
                state == Mail.State.FAILED ? 50 : 0,
                state == Mail.State.FAILED ? "No <route>" : null,
                null);
    }
}
