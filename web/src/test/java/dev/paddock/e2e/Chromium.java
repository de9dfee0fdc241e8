package dev.paddock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A browser for stories. It keeps whatever goes wrong behind a page's back: errors on the console, violations of the content policy,
 * scripts that fail. {@link #assertQuiet} tells them; {@link #assertAccessible} asks axe.
 */
public final class Chromium implements AutoCloseable {

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** The machine that runs the stories may be small and busy. */
    private static final int PATIENCE_MILLIS = 20_000;

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    public Chromium() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of(
                        "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD",
                        "1",
                        "PLAYWRIGHT_NODEJS_PATH",
                        Objects.requireNonNullElse(System.getenv("PLAYWRIGHT_NODEJS_PATH"), "/usr/bin/node"))));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable())
                        .setArgs(ARGUMENTS));
    }

    private static Path executable() {
        return Path.of(Objects.requireNonNullElse(System.getenv("PADDOCK_CHROMIUM"), "/usr/bin/chromium"));
    }

    /** Somebody of their own, with their own cookies. */
    public BrowserContext person(int width, int height, ColorScheme scheme) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setTimezoneId("Europe/Berlin"));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return context;
    }

    /** Somebody whose browser runs no scripts. */
    public BrowserContext plain() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    public Page page(BrowserContext person) {
        var page = person.newPage();
        page.onConsoleMessage(message -> {
            // A page that is itself an error may say so.
            if (message.type().equals("error") && !message.location().startsWith(page.url())) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    public void assertQuiet() {
        assertThat(complaints).isEmpty();
    }

    /** Call {@link #assertQuiet} before: axe itself writes styles that the policy forbids, and those complaints are dropped here. */
    public void assertAccessible(Page page) {
        assertQuiet();
        var found = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " "
                                + rule.getNodes().stream()
                                        .map(node -> String.valueOf(node.getTarget()))
                                        .toList())
                        .toList();
        complaints.clear();
        assertThat(found).as(page.url()).isEmpty();
    }

    /** Nothing may stick out to the right, as a phone would scroll sideways, nor be squeezed to a letter a line. */
    public void assertFits(Page page) {
        assertThat(page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as("pixels too wide: " + page.url())
                .isEqualTo(0);
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll("caption")]
                          .filter(it => it.offsetWidth > 0 && it.offsetWidth < it.closest("table").offsetWidth / 2)
                          .map(it => it.textContent)
                        """)).as("captions squeezed: " + page.url()).isEqualTo(List.of());
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll(".scroll:has(> table)")]
                          .filter(it => it.scrollWidth > it.clientWidth)
                          .map(it => it.ariaLabel)
                        """)).as("tables cut: " + page.url()).isEqualTo(List.of());
        assertLinedUp(page);
    }

    /** Of fields side by side the controls begin at one height. */
    private static void assertLinedUp(Page page) {
        assertThat(page.evaluate("""
                        () => [...document.querySelectorAll(".fields > .field")]
                          .filter(it => it.matches(".field + .field"))
                          .filter(it => it.offsetTop === it.previousElementSibling.offsetTop)
                          .filter(it => it.querySelector(".input").offsetTop !== it.previousElementSibling.querySelector(".input").offsetTop)
                          .map(it => it.innerText)
                        """)).as("fields out of line: " + page.url()).isEqualTo(List.of());
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
