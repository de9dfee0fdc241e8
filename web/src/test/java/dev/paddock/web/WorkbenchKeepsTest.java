package dev.paddock.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Clock;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The workbench never loses what a person has done: not to a restart, a wrong clock, a slip of the finger. */
class WorkbenchKeepsTest extends ShowroomTest {

    private static final String TASK = "00000000-0000-0000-0000-000000000001";
    private static final Pattern ON_THE_SERVER = Pattern.compile("Draft kept \\d");
    private static final String KEY = TASK + ":3:judgement";

    @Test
    void aServerThatRestartsDoesNotEndTheLeaseAndOneThatSaysSoDoes() {
        var status = new AtomicInteger(503);
        var asked = new AtomicInteger();
        page.clock().install();
        page.route("**/lease", route -> {
            asked.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(status.get()));
        });
        page.navigate(address + "work/ready");

        page.keyboard().press("7");
        page.clock().runFor(70_000);
        assertThat(page.getByText("Save and go on")).isEnabled();
        assertThat(page.locator("[data-lease-lost]")).isHidden();
        assertThat(asked.get()).isPositive();

        status.set(409);
        page.clock().runFor(10_000);
        assertThat(page.locator("[data-lease-lost]")).isVisible();
        page.keyboard().press("2");
        assertThat(page.getByText("Save and go on")).isDisabled();
    }

    @Test
    void aClockThatIsFastTakesNeitherTheTaskNorTheUndo() {
        var fast = Date.from(Instant.now().plus(Duration.ofMinutes(40)));
        page.clock().install(new Clock.InstallOptions().setTime(fast));
        page.navigate(address + "work/ready");
        page.clock().runFor(12_000);

        assertThat(page.locator("[data-lease-left]")).containsText("23:");
        assertThat(page.getByText("Undo")).isVisible();
        assertThat(page.getByText("Save and go on")).isEnabled();
    }

    @Test
    void takingBackTheLastLetterDoesNotLeaveThePage() {
        page.navigate(address + "work/awaiting-message");
        page.locator("#message").fill("");
        page.keyboard().type("a");
        page.keyboard().press("Backspace");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");

        assertThat(page.locator("#message")).isVisible();
        assertThat(page.url()).endsWith("awaiting-message");
    }

    @Test
    void theNewerOfTwoCopiesComesBack() {
        page.navigate(address + "work/ready" + draft(2, "from the server"));
        assertThat(page.locator("#note-text")).hasValue("from the server");

        keepHere(1, "older, from here", "");
        page.reload();
        assertThat(page.locator("#note-text")).hasValue("from the server");

        keepHere(3, "newer, from here", "");
        page.reload();
        assertThat(page.locator("#note-text")).hasValue("newer, from here");

        // It reached the server once, so what the server has now was written later, whatever the clocks say.
        keepHere(3, "sent long ago", ",\"sent\":true");
        page.reload();
        assertThat(page.locator("#note-text")).hasValue("from the server");
    }

    private static String draft(int at, String note) {
        return "?draft=" + URLEncoder.encode(json(at, note, ""), StandardCharsets.UTF_8);
    }

    private static String json(int at, String note, String more) {
        return "{\"key\":\"%s\",\"at\":%d,\"fields\":{\"note\":\"%s\"}%s}".formatted(KEY, at, note, more);
    }

    private void keepHere(int at, String note, String more) {
        page.evaluate(
                "it => localStorage.setItem(it[0], it[1])",
                new String[] {"draft:" + ShowroomVisitor.PERSON + "/" + KEY, json(at, note, more)});
    }

    @Test
    void saysWhetherTheDraftWasKept() {
        page.navigate(address + "work/ready");
        page.keyboard().press("2");
        assertThat(page.locator("[data-draft-state]")).containsText(ON_THE_SERVER);

        page.route("**/draft", Route::abort);
        page.keyboard().press("3");
        assertThat(page.locator("[data-draft-state]")).hasText("Draft kept on this device");

        page.evaluate("() => Storage.prototype.setItem = () => { throw new Error('full') }");
        page.keyboard().press("4");
        assertThat(page.locator("[data-draft-state]")).containsText("could not be kept");
    }

    @Test
    void aLongDraftReachesTheServerToo() {
        page.navigate(address + "work/awaiting-message");
        page.locator("#message").fill("€".repeat(20_000));

        assertThat(page.locator("[data-draft-state]")).containsText(ON_THE_SERVER);
    }

    @Test
    void whatWasSavedAndEverythingAtSignOutIsRemovedFromTheDevice() {
        page.navigate(address + "parts");
        page.evaluate("""
                it => {
                  localStorage.setItem(`draft:${it[0]}/${it[1]}:2:message`, "{}")
                  localStorage.setItem(`draft:${it[0]}/other:1:message`, "{}")
                  localStorage.setItem(`draft:somebody-else/${it[1]}:2:message`, "{}")
                }
                """, new String[] {ShowroomVisitor.PERSON.toString(), TASK});
        page.navigate(address + "list?settled=" + TASK);
        assertThat(drafts()).isEqualTo(2);

        page.locator(".me").click();
        page.getByText("Sign out").click();
        assertThat(drafts()).isZero();
    }

    private int drafts() {
        return (int) page.evaluate("() => Object.keys(localStorage).filter(it => it.startsWith('draft:')).length");
    }

    @Test
    void pressedTwiceItIsSentOnceAndWithWhichButton() {
        var sent = new AtomicInteger();
        page.route("**/showroom/work/ready", route -> {
            if (route.request().method().equals("POST")) {
                sent.incrementAndGet();
                assertThat(route.request().postData()).contains("then=end");
                route.fulfill(new Route.FulfillOptions().setStatus(204));
            } else {
                route.resume();
            }
        });
        page.navigate(address + "work/ready");
        page.keyboard().press("2");

        // Not by the driver's clicks, which wait for what they set off.
        page.evaluate("""
                () => new Promise(then => {
                    const press = () => document.querySelector("#judgement [value=end]").click()
                    press()
                    setTimeout(press, 200)
                    setTimeout(then, 600)
                })
                """);
        page.waitForTimeout(300);

        assertThat(sent.get()).isOne();
    }

    @Test
    void aTaskThatEndsWhileThePageStreamsIsShownAsEnded() {
        page.route(
                "**/tasks/" + TASK,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<section id=\"answers\" data-state=\"ended\"></section>")));
        page.navigate(address + "work/generating");
        page.evaluate("() => window.before = true");

        page.waitForFunction("() => window.before === undefined");
    }

    @Test
    void thatAnAnswerTurnsIntoHtmlDoesNotTakeTheFocus() {
        page.navigate(address + "work/generating");
        page.locator(".answer--right").focus();

        assertThat(page.locator(".answer--right pre")).isVisible();
        assertThat(page.locator(".answer--right")).isFocused();
    }

    @Test
    void onAPhoneBothAnswersAreLookedAtBeforeOneIsChosen() {
        var phone = chromium.page(chromium.person(360, 740, ColorScheme.LIGHT));
        var sent = new AtomicInteger();
        phone.navigate(address + "work/ready");
        phone.route("**/showroom/work/ready", route -> {
            sent.incrementAndGet();
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        });
        phone.keyboard().press("2");

        phone.getByText("Save and go on").click();
        assertThat(phone.locator("[data-see-first]")).hasText("Look at the right answer first.");
        assertThat(sent.get()).isZero();

        assertThat(phone.locator("#answer-right h2")).isInViewport();
        phone.getByText("Save and go on").click();
        phone.waitForTimeout(300);
        assertThat(sent.get()).isOne();
        phone.context().close();
    }
}
