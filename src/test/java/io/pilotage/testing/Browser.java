package io.pilotage.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.pilotage.identity.DemoUsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A person's browser window on the running application: a context of its own, so nobody is signed in. It notes what the
 * page complains about; {@link #problems()} should stay empty.
 */
public final class Browser implements AutoCloseable {

    /** Milliseconds that a page may take on a busy machine before a test gives up on it. */
    private static final int PATIENCE = 30_000;

    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Path DEBIAN_CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path AXE = Path.of("node_modules/axe-core/axe.min.js");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final BrowserContext context;
    private final Page page;
    private final String base;
    private final String size;
    private final List<String> problems = new ArrayList<>();
    private final Set<String> awaited = new LinkedHashSet<>();

    private Browser(String base, String size, int width, int height) {
        this.base = base;
        this.size = size;
        this.context = Chromium.BROWSER.newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setLocale("en-GB")
                // The certificate of a test's proxy is nobody's.
                .setIgnoreHTTPSErrors(base.startsWith("https://127.0.0.1:"))
                .setTimezoneId("UTC")
                .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE));
        this.page = context.newPage();
        page.setDefaultTimeout(PATIENCE);
        page.onRequest(request -> awaited.add(request.url()));
        page.onRequestFinished(request -> awaited.remove(request.url()));
        page.onRequestFailed(request -> awaited.remove(request.url()));
        page.onPageError(problems::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !isToBeSigned(message) && !isDone(message)) {
                problems.add(message.text() + " (" + message.location() + ")");
            }
        });
    }

    /** A window of 1280 by 900. */
    public static Browser desktop(int port) {
        return at("http://127.0.0.1:" + port);
    }

    /** A window of 1280 by 900 on an application behind a proxy. */
    public static Browser at(String address) {
        return new Browser(address, "desktop", 1280, 900);
    }

    /** A phone of 390 by 844. */
    public static Browser phone(int port) {
        return new Browser("http://127.0.0.1:" + port, "phone", 390, 844);
    }

    /** What Playwright calls the page: locators, clicks, waits. */
    public Page page() {
        return page;
    }

    /**
     * Signs a demo user in on the login page. A page that stands still half a minute after the password is tried once
     * more, and what it waited for is told: how the tests get in is not what they are about.
     */
    public Browser signIn(String demoUser) {
        try {
            typeAndEnter(demoUser);
        } catch (TimeoutError still) {
            screenshot("stuck-" + demoUser);
            LOG.warn("SIGN-IN STOOD STILL at {}, waiting for {}: {}", page.url(), awaited, page.title());
            typeAndEnter(demoUser);
        }
        if (page.url().contains("/login")) {
            throw new AssertionError("'" + demoUser + "' may not sign in");
        }
        return this;
    }

    private void typeAndEnter(String demoUser) {
        open("/login");
        page.locator("#username").fill(demoUser);
        page.locator("#password").fill(DemoUsers.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL(url -> !url.endsWith("/login"));
    }

    /** Opens a path, signs somebody in on Keycloak's page and is back on the path. */
    public Browser signInAtKeycloak(String login, String path) {
        open(path);
        answerKeycloak(login);
        return this;
    }

    /** Fills in the login form of Keycloak that the page shows, also where it asks only for the password again. */
    public void answerKeycloak(String login) {
        if (page.locator("#username").isEditable()) {
            page.locator("#username").fill(login);
        }
        page.locator("#password").fill(KeycloakAdmin.PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(url -> url.startsWith(base));
    }

    /** What the engine's interface answers the page. */
    public JsonNode engine(String path) {
        try {
            return new ObjectMapper()
                    .readTree(page.request()
                            .get(base + "/operaton/api/engine/engine/default" + path)
                            .body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a call from the page is answered with. */
    public int statusOf(String path) {
        return page.request()
                .get(
                        base + path,
                        com.microsoft.playwright.options.RequestOptions.create().setMaxRedirects(0))
                .status();
    }

    /** Waits until a call from the page is answered with the status; fails after ten seconds. */
    public void within10Seconds(String path, int status) {
        page.waitForCondition(() -> statusOf(path) == status, new Page.WaitForConditionOptions().setTimeout(10_000));
    }

    /** Id of the session, as the cookie has it. */
    public String session() {
        return context.cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID") && base.contains(cookie.domain))
                .map(cookie -> cookie.value)
                .findFirst()
                .orElseThrow();
    }

    /** The cookies of the window, as a header sends them. */
    public String cookies() {
        return context.cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
    }

    /** Opens a path of the application. */
    public Browser open(String path) {
        page.navigate(base + path);
        return this;
    }

    /** Keeps the whole page as {@code target/screenshots/<name>-<size>.png}. */
    public Browser screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(SCREENSHOTS.resolve(name + "-" + size + ".png")));
        return this;
    }

    /** What keeps people out of this page by WCAG 2.2 A and AA, one line each, as axe-core sees it. */
    public List<String> barriers() {
        page.evaluate("() => {" + read(AXE) + "}");
        Object found = page.evaluate("async () => (await axe.run(document,"
                + " {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']})).violations"
                + ".flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')}: ${v.help}`))");
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    /** Whether something sticks out to the right, so that the whole page scrolls sideways. */
    public boolean scrollsSideways() {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > window.innerWidth");
    }

    /** A task that is not signed yet is refused, which is no fault of the page. */
    private static boolean isToBeSigned(ConsoleMessage message) {
        return message.text().contains("status of 403") && message.location().contains("/submit-form");
    }

    /** Tasklist may ask once more for the task that was just completed, and is told that it is gone. */
    private static boolean isDone(ConsoleMessage message) {
        return message.text().contains("status of 404")
                && message.location().matches(".*/engine/default/task/[0-9a-f-]+:.*");
    }

    /** Script errors and console errors so far: a blocked resource, a missing file, an exception. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    @Override
    public void close() {
        context.close();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The one browser process of this JVM; it ends with it. */
    private static final class Chromium {

        private static final com.microsoft.playwright.Browser BROWSER = launch();

        private static com.microsoft.playwright.Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"));
            if (Files.exists(DEBIAN_CHROMIUM)) {
                options.setExecutablePath(DEBIAN_CHROMIUM);
            } else {
                options.setChannel("chrome");
            }
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return playwright.chromium().launch(options);
        }
    }
}
