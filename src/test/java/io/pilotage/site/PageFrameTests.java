package io.pilotage.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import io.pilotage.identity.FormTargets;
import io.pilotage.identity.People;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the layout shows to whom, and in which language. */
@WebMvcTest(
        controllers = PageFrameTests.Page.class,
        properties = "spring.messages.basename=messages/site",
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = "io\\.pilotage\\.(workflow|pilot|portfolio)\\..*"))
@Import({PageFrameTests.Page.class, FormTargets.class})
class PageFrameTests {

    @Autowired
    MockMvcTester mvc;

    @MockitoBean(answers = Answers.CALLS_REAL_METHODS)
    People people;

    @Test
    void titleAndContentOfThePageStandInTheFrame() {
        assertThat(as("bu-sponsor", "/frame-test"))
                .bodyText()
                .containsOnlyOnce("<!DOCTYPE html>")
                .containsOnlyOnce("<title>Sign in · Pilotage</title>")
                .containsPattern("(?s)<main id=\"content\"[^>]*>\\s*<div class=\"sign-in sign-in--demo\">.*</main>")
                .doesNotContain(" th:", " xmlns:");
    }

    @Test
    void importIsOfferedOnlyToThoseWhoMayImport() {
        assertThat(as("portfolio-office", "/frame-test")).bodyText().contains("/portfolio/import");
        assertThat(as("bu-sponsor", "/frame-test")).bodyText().doesNotContain("/portfolio/import");
    }

    @Test
    void personAndRolesAreShownInWords() {
        assertThat(as("bu-sponsor", "/frame-test")).bodyText().contains("somebody", "Business sponsor");
    }

    @Test
    void browserLanguageIsSpoken() {
        assertThat(mvc.perform(page("/frame-test").header("Accept-Language", "de-CH,fr;q=0.8")))
                .bodyText()
                .contains("lang=\"de\"", "Abmelden");
    }

    @Test
    void unknownBrowserLanguageIsAnsweredInEnglish() {
        assertThat(mvc.perform(page("/frame-test").header("Accept-Language", "fr")))
                .bodyText()
                .contains("lang=\"en\"", "Sign out");
    }

    @Test
    void chosenLanguageOverridesTheBrowserAndIsKept() {
        var german = mvc.perform(page("/frame-test?lang=de").header("Accept-Language", "en"));
        assertThat(german).bodyText().contains("Abmelden");
        assertThat(german).cookies().hasValue(LanguageConfiguration.COOKIE, "de");
    }

    @Test
    void unknownLanguageIsNotTaken() {
        assertThat(mvc.perform(page("/frame-test?lang=%3Cscript%3E")))
                .hasStatusOk()
                .bodyText()
                .contains("lang=\"en\"");
    }

    @Test
    void languageLinksKeepTheQuestionOfThePage() {
        assertThat(mvc.perform(page("/frame-test?unit=Claims%20%26%20Care")))
                .bodyText()
                .contains("/frame-test?unit=Claims%20%26%20Care&amp;lang=de");
    }

    @Test
    void nothingOnThePageIsInline() {
        assertThat(as("portfolio-office", "/frame-test"))
                .bodyText()
                .doesNotContain(" style=", "<style", " onclick=")
                .doesNotContainPattern("<script(?![^>]*src=)");
    }

    private MvcTestResult as(String role, String address) {
        return mvc.perform(MockMvcRequestBuilders.get(address).with(somebody(role)));
    }

    private static MockHttpServletRequestBuilder page(String address) {
        return MockMvcRequestBuilders.get(java.net.URI.create(address)).with(somebody("bu-sponsor"));
    }

    private static RequestPostProcessor somebody(String role) {
        return user("somebody").authorities(new SimpleGrantedAuthority("ROLE_" + role));
    }

    /** A page with nothing of its own. */
    @Controller
    static class Page {

        @GetMapping("/frame-test")
        String page(Model model) {
            model.addAttribute("demoUsers", List.of(new Person("sponsor", "Sponsor", List.of("bu-sponsor"))));
            return "site/login";
        }
    }

    /** A person to try the product with. */
    public record Person(String id, String name, List<String> roles) {}
}
