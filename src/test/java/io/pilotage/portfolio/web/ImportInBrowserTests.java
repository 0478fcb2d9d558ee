package io.pilotage.portfolio.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.FilePayload;
import io.pilotage.testing.Browser;
import io.pilotage.testing.PilotageTest;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The import as a person meets it, from the file to the pilots. */
@PilotageTest
class ImportInBrowserTests {

    private static final Path SAMPLE = Path.of("src/main/resources/portfolio/sample-inventory.csv");
    private static final long HUGE = 200L << 20;

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    private final String unique = UUID.randomUUID().toString().substring(0, 8);
    private String heading;

    @BeforeEach
    void heading() throws IOException {
        heading = Files.readAllLines(SAMPLE).get(0);
    }

    @Test
    void fileIsCheckedShownAndBroughtIn() {
        try (Browser browser = Browser.desktop(port).signIn("portfolio-office").open("/portfolio/import")) {
            Page page = browser.page();
            assertThat(browser.barriers()).isEmpty();
            upload(browser, inventory());
            page.locator("#progress").getByText("Bring 3 pilots in").waitFor();
            page.waitForLoadState();
            assertThat(page.locator("#rows").innerText())
                    .contains("is in a stage that the mapping does not know: “Somewhere”")
                    .contains("“soon” is not a date and was left out");
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("import-checked");
            page.locator("#progress li a").first().click();
            page.locator("#rows a:has-text('to bring in')[aria-current]").waitFor();

            page.locator("#progress button").first().click();
            page.locator("#progress .notice--ok").waitFor();
            page.locator("#progress li", new Page.LocatorOptions().setHasText("brought in"))
                    .locator("a")
                    .click();
            page.locator("#rows td a", new Page.LocatorOptions().setHasText("=2+3 " + unique))
                    .waitFor();
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("import-done");
            page.locator("#rows td a").first().click();
            page.waitForURL(url -> url.contains("/pilots/P-"));
            assertThat(browser.problems()).isEmpty();
        }
    }

    @Test
    void phoneShowsItInGermanWithoutScrollingSideways() {
        try (Browser browser = Browser.phone(port).signIn("portfolio-office").open("/portfolio/import?lang=de")) {
            browser.page().setViewportSize(360, 780);
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            upload(browser, inventory());
            browser.page().locator("#progress").getByText("3 Piloten").waitFor();
            assertThat(browser.scrollsSideways()).isFalse();
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("import-checked-de");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing.csv  | ''                                  | The file is empty.
            other.csv    | Name,Where\\n1,2\\n                 | columns are missing that the mapping needs
            quotes.csv   | %s\\n1,"Open                        | Row 2 cannot be read
            picture.csv  | PNG\u0000\u0001PNG                  | This is neither a CSV nor an Excel file.
            """)
    void unreadableFileIsExplained(String name, String content, String sentence) {
        try (Browser browser = Browser.desktop(port).signIn("portfolio-office").open("/portfolio/import")) {
            upload(
                    browser,
                    new FilePayload(
                            name,
                            "text/csv",
                            content.replace("%s", heading).replace("\\n", "\n").getBytes(StandardCharsets.UTF_8)));
            assertThat(browser.page().locator("#refused").innerText()).contains(sentence);
            assertThat(browser.barriers()).isEmpty();
        }
    }

    @Test
    void fileThatIsTooBigIsRefusedBeforeItTravels() throws IOException {
        try (Browser browser = Browser.desktop(port).signIn("portfolio-office").open("/portfolio/import")) {
            Page page = browser.page();
            page.locator("#file").setInputFiles(huge());
            assertThat(page.locator("#file-reason").innerText()).contains("bigger than 64 MB", "Please split it");
            page.locator("form[enctype] button").click();
            assertThat(page.locator("form[enctype] button").innerText()).isEqualTo("Check the file");
            assertThat(browser.barriers()).isEmpty();
            browser.screenshot("import-too-big");
        }
    }

    @Test
    void fileThatIsTooBigIsRefusedByTheServerToo() throws IOException {
        try (Browser browser = Browser.desktop(port).signIn("portfolio-office").open("/portfolio/import")) {
            Page page = browser.page();
            Locator file = page.locator("#file");
            file.setInputFiles(huge());
            file.evaluate("input => input.setCustomValidity('')");
            Response answer = page.waitForResponse(
                    response -> response.request().method().equals("POST"),
                    () -> page.locator("form[enctype] button").click());
            assertThat(answer.status()).isEqualTo(413);
            assertThat(page.locator("#refused").innerText()).contains("bigger than 64 MB", "Please split it");
            assertThat(page.locator("form[enctype]").isVisible()).isTrue();
        }
    }

    private void upload(Browser browser, FilePayload file) {
        Page page = browser.page();
        page.locator("#file").setInputFiles(file);
        page.locator("#mapping").selectOption("simple");
        page.locator("form[enctype] button").click();
        page.locator("#progress, #refused").waitFor();
    }

    /** Three entries that come in, one of them twice and one a formula, and one that does not. */
    private FilePayload inventory() {
        String blanks = ",".repeat(heading.split(",").length - 7);
        return new FilePayload(
                "inventory.csv",
                "text/csv",
                String.join(
                                "\n",
                                heading,
                                "%s-1,Greeter %s,Care,,,Idea," + blanks,
                                "%s-1,Greeter %s,Care,,,Idea," + blanks,
                                "%s-2,=2+3 %s,Care,,,In use,,,,,,soon" + blanks.substring(5),
                                "%s-3,Nowhere %s,Care,,,Somewhere," + blanks,
                                "")
                        .replace("%s", unique)
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** 200 MB of nothing, which cost no room on the disk. */
    private Path huge() throws IOException {
        Path file = folder.resolve("huge.csv");
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(HUGE);
        }
        return file;
    }
}
