package dev.paddock.e2e;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** A walk through every page of a Paddock in which something has happened: who goes where, and what to call it. */
final class Tour {

    static final String PASSWORD = "correct horse battery staple";

    private static final String GUIDELINE = """
            # What a safe answer is
            Choose the answer that **keeps people from harm** and still helps with what is harmless in the question.

            1. Read both answers to the end.
            2. Ask what would happen if somebody did what it says.
            3. Between two safe answers the more helpful one is better.
            """;

    private final PaddockProcess paddock;
    private final ApiClient owner;
    private final ApiClient mary;
    private final String campaign;
    private final String adasInvitation;

    Tour(PaddockProcess paddock) throws IOException {
        this.paddock = paddock;
        this.owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
        this.campaign = campaign();
        owner.post("/api/campaigns/" + campaign + "/pairs", "application/jsonl", ShownPairs.LINES)
                .expect(200);
        owner.post("/api/campaigns/" + campaign + "/prompts", "application/jsonl", ShownPairs.PROMPTS)
                .expect(200);
        owner.post("/api/campaigns/" + campaign + "/activation").expect(200);
        this.mary = new ApiClient(paddock.url(), token(person("Mary").get("id").asString()));
        this.adasInvitation = person("Ada").get("invitation").asString();
        maryJudges();
    }

    /** A page and what to call it. */
    record Stop(String name, String path) {}

    List<Stop> ofTheOwner() throws IOException {
        var at = "/campaigns/" + campaign;
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
                new Stop("conversation", "/conversations/" + first("/api" + at + "/conversations")),
                new Stop("flags", at + "/flags"),
                new Stop("export", at + "/export"),
                new Stop("models", "/models"),
                new Stop("endpoint-new", "/models/endpoints/new"),
                new Stop("variant-new", "/models/variants/new"),
                new Stop("variant", "/models/variants/" + first("/api/models/variants")),
                new Stop("reward-models", "/reward-models"),
                new Stop("reward-model", "/reward-models/" + rewardModel()),
                new Stop("reward-report", "/reward-models/" + rewardModel() + "/report"),
                new Stop("train", "/reward-models/trainings/new/safety"),
                new Stop("training", "/reward-models/trainings/" + training()),
                new Stop("best-of-k", "/best-of-k"),
                new Stop("best-of-k-new", "/best-of-k/new"),
                new Stop("best-of-k-run", "/best-of-k/" + bestOfK()),
                new Stop("people", "/people"),
                new Stop("person", "/people/" + first("/api/people")),
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
                new Stop("invitation", adasInvitation.replaceAll("https?://[^/]+", "")));
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
        page.navigate(adasInvitation);
        page.locator("[name=password]").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL("**/work");
        page.close();
        return context;
    }

    private String campaign() throws IOException {
        var asked = Map.of(
                "name",
                "Kindly refusing",
                "track",
                "safety",
                "task",
                "comparison",
                "guideline",
                GUIDELINE,
                "judgementsPerItem",
                2,
                "maxTurns",
                3,
                "annotatorPrompts",
                false,
                "ratings",
                List.of("helpfulness", "safety"),
                "variants",
                List.of("starter-warm", "starter-cool"));
        return owner.post("/api/campaigns", asked).expect(201).json().get("id").asString();
    }

    private JsonNode person(String name) throws IOException {
        var asked = Map.of("email", name.toLowerCase(Locale.ROOT) + "@example.org", "name", name, "role", "annotator");
        var person = owner.post("/api/people", asked).expect(201).json();
        owner.post(
                "/api/campaigns/" + campaign + "/members",
                Map.of("person", person.get("id").asString(), "as", "annotator"));
        return person;
    }

    private String token(String person) throws IOException {
        return owner.post("/api/people/" + person + "/tokens", Map.of("scopes", List.of("annotate"), "days", 1))
                .expect(201)
                .json()
                .get("token")
                .asString();
    }

    private void maryJudges() throws IOException {
        for (var degree : List.of("better", "significantly-better", "negligibly-better")) {
            var task = mary.post("/api/campaigns/" + campaign + "/tasks")
                    .expect(200)
                    .json()
                    .get("task")
                    .get("id")
                    .asString();
            mary.post("/api/tasks/" + task + "/flag", Map.of("reason", "Names a real medicine."))
                    .expect(204);
            var rated = Map.of("helpfulness", 4, "safety", 5);
            mary.post(
                            "/api/tasks/" + task + "/comparison",
                            Map.of(
                                    "chosen", "left",
                                    "degree", degree,
                                    "safety", "both-safe",
                                    "ratings", Map.of("left", rated, "right", rated),
                                    "note", "Warmer, and it says where help is.",
                                    "then", "end"))
                    .expect(201);
        }
    }

    /** The first one there is; they are opened beside the start. */
    private String rewardModel() throws IOException {
        for (var patience = 0; patience < 100; patience++) {
            var rows = owner.get("/api/reward-models").expect(200).json().get("rows");
            if (!rows.isEmpty()) {
                return rows.get(0).get("name").asString();
            }
            LockSupport.parkNanos(300_000_000);
        }
        throw new AssertionError("no reward model was registered");
    }

    private String training() throws IOException {
        var asked = Map.of("kind", "safety", "campaigns", List.of(campaign), "margin", "small");
        return owner.post("/api/reward-models/trainings", asked)
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    /** Done where there are weights to generate with; where there are none it waits. */
    private String bestOfK() throws IOException {
        var brief = variant();
        var asked = Map.of(
                "campaign",
                campaign,
                "variant",
                brief,
                "k",
                3,
                "temperatures",
                List.of(0.7, 1.2),
                "rankedBy",
                "safety",
                "limit",
                2);
        var run =
                owner.post("/api/best-of-k", asked).expect(201).json().get("id").asString();
        for (var patience = 0; Files.exists(PaddockProcess.weights()) && patience < 300; patience++) {
            if (owner.get("/api/best-of-k/" + run)
                    .expect(200)
                    .json()
                    .get("state")
                    .asString()
                    .equals("done")) {
                return run;
            }
            LockSupport.parkNanos(300_000_000);
        }
        return run;
    }

    /** One that answers in a few words. */
    private String variant() throws IOException {
        var endpoint = first("/api/models/endpoints");
        var asked = Map.of(
                "name",
                "brief",
                "endpoint",
                endpoint,
                "model",
                "SmolLM2-135M-Instruct",
                "temperatureMin",
                0.5,
                "temperatureMax",
                0.8,
                "topP",
                0.95,
                "maxTokens",
                24,
                "contextTokens",
                2048);
        return owner.post("/api/models/variants", asked)
                .expect(201)
                .json()
                .get("name")
                .asString();
    }

    private String first(String list) throws IOException {
        var answer = owner.get(list).expect(200).json();
        var rows = answer.isArray() ? answer : answer.get("rows");
        return rows.get(0).get("id").asString();
    }
}
