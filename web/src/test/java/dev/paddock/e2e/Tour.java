package dev.paddock.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;

/** A walk through every page of a Paddock in which something has happened: who goes where, and what to call it. */
final class Tour {

    static final String PASSWORD = "correct horse battery staple";

    private final PaddockProcess paddock;
    private final ApiClient owner;
    private final BusyCampaign campaign;
    private final LongWork work;

    Tour(PaddockProcess paddock) throws IOException {
        this.paddock = paddock;
        this.owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
        this.campaign = new BusyCampaign(paddock);
        this.work = new LongWork(owner, campaign.id());
    }

    /** A page and what to call it. */
    record Stop(String name, String path) {}

    List<Stop> ofTheOwner() throws IOException {
        var at = "/campaigns/" + campaign.id();
        return List.of(
                new Stop("campaigns", "/campaigns"),
                new Stop("campaign-new", "/campaigns/new"),
                new Stop("campaign", at),
                new Stop("training-plan", at + "/training-plan"),
                new Stop("settings", at + "/settings"),
                new Stop("guideline", at + "/guideline"),
                new Stop("guideline-edit", at + "/guideline/edit"),
                new Stop("members", at + "/people"),
                new Stop("prompts", at + "/prompts"),
                new Stop("conversations", at + "/conversations"),
                new Stop("conversation", "/conversations/" + owner.first("/api" + at + "/conversations")),
                new Stop("flags", at + "/flags"),
                new Stop("export", at + "/export"),
                new Stop("models", "/models"),
                new Stop("endpoint-new", "/models/endpoints/new"),
                new Stop("variant-new", "/models/variants/new"),
                new Stop("variant", "/models/variants/" + owner.first("/api/models/variants")),
                new Stop("reward-models", "/reward-models"),
                new Stop("reward-model", "/reward-models/" + work.rewardModel()),
                new Stop("reward-report", "/reward-models/" + work.rewardModel() + "/report"),
                new Stop("train", "/reward-models/trainings/new/safety"),
                new Stop("training", "/reward-models/trainings/" + work.training()),
                new Stop("best-of-k", "/best-of-k"),
                new Stop("best-of-k-new", "/best-of-k/new"),
                new Stop("best-of-k-run", "/best-of-k/" + work.bestOfK()),
                new Stop("people", "/people"),
                new Stop("person", "/people/" + owner.first("/api/people")),
                new Stop("audit", "/people/audit"),
                new Stop("account", "/account"),
                new Stop("token-new", "/account/tokens/new"),
                new Stop("missing", "/nowhere"));
    }

    List<Stop> ofAda(Page ada) {
        ada.navigate(paddock.url() + "/work");
        ada.getByText("Start").first().click();
        var task = ada.url().replaceAll(".*(/tasks/[^/?#]+).*", "$1");
        return List.of(
                new Stop("work", "/work"),
                new Stop("workbench", task),
                new Stop("my-work", "/comparisons"),
                new Stop("adas-account", "/account"));
    }

    List<Stop> ofNobody() {
        return List.of(
                new Stop("sign-in", "/sign-in"),
                new Stop("used-link", "/setup/no-such-link"),
                new Stop("invitation", campaign.adasInvitation().replaceAll("https?://[^/]+", "")));
    }

    String address(Stop stop) {
        return paddock.url() + stop.path();
    }

    BrowserContext owner(Chromium chromium) {
        var context = chromium.person(1280, 800, ColorScheme.LIGHT);
        var page = chromium.page(context);
        page.navigate(paddock.url() + "/sign-in");
        page.locator("[name=email]").fill("olive@example.org");
        page.locator("[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/campaigns");
        page.close();
        return context;
    }

    BrowserContext ada(Chromium chromium) {
        var context = chromium.person(1280, 800, ColorScheme.LIGHT);
        var page = chromium.page(context);
        page.navigate(campaign.adasInvitation());
        page.locator("[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/work");
        page.close();
        return context;
    }
}
