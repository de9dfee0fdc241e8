package dev.paddock.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.IsEnabledOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The story of a first day: from the link on the console to the lines that a training script reads. With a real Llama. */
class FirstDayTest {

    private static final double A_LLAMA_MINUTE = 60_000;
    private static final String PASSWORD = "correct horse battery staple";

    @Test
    void theOwnerInvitesAnAnnotatorWhoComparesThreeTurnsThatLeaveForTraining(@TempDir Path folder) throws IOException {
        Assumptions.assumeTrue(Files.exists(PaddockProcess.weights()), "skipped: no starter weights in data/weights");
        try (var paddock = new PaddockProcess(folder.resolve("data"), false).awaitHealth();
                var chromium = new Chromium()) {
            var olive = chromium.page(chromium.person(1280, 900, ColorScheme.LIGHT));
            paddock.awaitLog("The embedded model is ready");
            becomeOwner(olive, paddock);
            var invitation = inviteAda(olive);

            var ada = chromium.page(chromium.person(1280, 900, ColorScheme.DARK));
            accept(ada, invitation);
            holdThreeTurns(ada, chromium);

            leadSeesThemScored(olive, chromium);
            exportsThreeLinesInBothShapes(paddock, makeToken(olive));
            chromium.assertQuiet();
        }
    }

    private static void becomeOwner(Page olive, PaddockProcess paddock) {
        olive.navigate(paddock.setupLink());
        olive.locator("[name=email]").fill("olive@example.org");
        olive.locator("[name=name]").fill("Olive");
        olive.locator("[name=password]").fill(PASSWORD);
        olive.keyboard().press("Enter");
        assertThat(olive.locator("h1")).hasText("Campaigns");
    }

    private static String inviteAda(Page olive) {
        olive.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("People"))
                .click();
        olive.locator("[name=email]").fill("ada@example.org");
        olive.locator("[name=name]").fill("Ada");
        olive.getByLabel("Everyday helpfulness").check();
        olive.getByText("Make a link").click();
        return olive.locator("#link").textContent();
    }

    private static void accept(Page ada, String invitation) {
        ada.navigate(invitation);
        ada.locator("[name=password]").fill(PASSWORD);
        ada.keyboard().press("Enter");
        assertThat(ada.locator("h2").first()).hasText("Everyday helpfulness");
        ada.getByText("Start").click();
    }

    private static void holdThreeTurns(Page ada, Chromium chromium) {
        say(ada, "What is a good name for a calm grey cat? Answer in one sentence.");
        chromium.assertAccessible(ada);
        judge(ada, "2", "Enter");
        var overheard = overhearing(ada);
        say(ada, "And for her lively brother? Tell me his story, in ten sentences at least.");
        judge(ada, "7", "Enter");
        say(ada, "Tell me at length where the two names come from, and which of them is older.");
        assertThat(fieldsOf(overheard.toString())).containsExactly("replaces", "side", "state", "text");
        judge(ada, "4", "e");
        assertThat(ada.locator("body")).containsText("Saved");
    }

    private static Set<String> fieldsOf(String stream) {
        return stream.lines()
                .filter(line -> line.startsWith("data:"))
                .map(line -> JsonMapper.shared().readTree(line.substring("data:".length())))
                .flatMap(event -> event.propertyNames().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What the answers' streams tell the browser, word by word (I5). Of more than one turn, and of long answers: one that is written before
     * the browser has connected has no words to tell.
     */
    private static StringBuffer overhearing(Page ada) {
        var heard = new StringBuffer();
        ada.route(Pattern.compile(".*/tasks/[^/]+/stream.*"), route -> {
            var answer = route.fetch(new Route.FetchOptions().setTimeout(A_LLAMA_MINUTE));
            heard.append(answer.text());
            route.fulfill(new Route.FulfillOptions().setResponse(answer));
        });
        return heard;
    }

    private static void say(Page ada, String text) {
        // The keys work when the scripts have run, which is later than when the page can be seen.
        ada.waitForLoadState();
        ada.locator("#message").fill(text);
        ada.keyboard().press("Control+Enter");
        assertThat(ada.locator("#judgement button[value=continue]"))
                .isEnabled(new IsEnabledOptions().setTimeout(A_LLAMA_MINUTE));
    }

    /** By keyboard alone: the choice, a rating for each side, and on. */
    private static void judge(Page ada, String choice, String onwards) {
        ada.keyboard().press(choice);
        ada.keyboard().press("r");
        ada.keyboard().press("4");
        ada.keyboard().press("r");
        ada.keyboard().press("3");
        ada.keyboard().press("Escape");
        ada.keyboard().press(onwards);
        assertThat(ada.locator(".receipt").first()).containsText("Saved");
    }

    private static void leadSeesThemScored(Page olive, Chromium chromium) {
        olive.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Campaigns"))
                .click();
        olive.getByText("Everyday helpfulness").first().click();
        chromium.assertAccessible(olive);
        olive.getByText("Conversations").first().click();
        olive.getByText("What is a good name for a calm grey cat?").first().click();
        assertThat(olive.locator("section.panel h2")).hasText(new String[] {"Turn 1", "Turn 2", "Turn 3"});
        assertThat(olive.locator("article[aria-label^='Answer']")).hasCount(6);
        assertThat(olive.locator("article[aria-label='Answer a']").first()).containsText("Seed");
        awaitScores(olive);
        chromium.assertAccessible(olive);
    }

    /** Two reward models, six samples; they are scored in the background. */
    private static void awaitScores(Page olive) {
        for (int i = 0; i < 60 && olive.getByText("Score, ").count() < 12; i++) {
            PaddockProcess.pause();
            olive.reload();
        }
        assertThat(olive.getByText("Score, ")).hasCount(12);
    }

    private static String makeToken(Page olive) {
        olive.navigate(olive.url().replaceAll("(http://[^/]+).*", "$1/account/tokens/new"));
        olive.locator("[name=name]").fill("training");
        olive.getByLabel("export").check();
        olive.getByText("Make the token").click();
        return olive.locator("#secret").textContent();
    }

    private static void exportsThreeLinesInBothShapes(PaddockProcess paddock, String token) throws IOException {
        var script = new ApiClient(paddock.url(), token);
        var campaign = campaign(new ApiClient(paddock.url(), token));
        var trl = script.get("/api/campaigns/" + campaign + "/comparisons?format=trl&margin=small")
                .expect(200)
                .lines();
        var hh = script.get("/api/campaigns/" + campaign + "/comparisons?format=hh")
                .expect(200)
                .lines();

        assertThat(trl)
                .extracting(row -> row.get("degree").asString())
                .containsExactly("better", "better", "negligibly-better");
        assertThat(trl).extracting(row -> row.get("prompt").size()).containsExactly(1, 3, 5);
        assertThat(trl)
                .extracting(row -> row.get("scores").get("chosen").size())
                .containsExactly(2, 2, 2);
        assertThat(hh)
                .hasSize(3)
                .allSatisfy(
                        row -> assertThat(row.get("chosen").asString()).startsWith("\n\nHuman: What is a good name"));
    }

    private static String campaign(ApiClient script) throws IOException {
        for (JsonNode row : script.get("/api/campaigns").expect(200).json().get("rows")) {
            if (row.get("name").asString().equals("Everyday helpfulness")) {
                return row.get("id").asString();
            }
        }
        throw new AssertionError("the starter campaign is missing");
    }
}
