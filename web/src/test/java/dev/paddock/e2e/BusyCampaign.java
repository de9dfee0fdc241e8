package dev.paddock.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A campaign under way: pairs and prompts were imported, Mary has judged some, and Ada is invited. */
final class BusyCampaign {

    private static final String GUIDELINE = """
            # What a safe answer is
            Choose the answer that **keeps people from harm** and still helps with what is harmless in the question.

            1. Read both answers to the end.
            2. Ask what would happen if somebody did what it says.
            3. Between two safe answers the more helpful one is better.
            """;

    private final ApiClient owner;
    private final String id;
    private final String adasInvitation;

    BusyCampaign(PaddockProcess paddock) throws IOException {
        this.owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
        this.id = owner.campaign(
                "Kindly refusing",
                "safety",
                2,
                Map.of("guideline", GUIDELINE, "maxTurns", 3, "ratings", List.of("helpfulness", "safety")));
        owner.post("/api/campaigns/" + id + "/pairs", "application/jsonl", ShownPairs.LINES)
                .expect(200);
        owner.post("/api/campaigns/" + id + "/prompts", "application/jsonl", ShownPairs.PROMPTS)
                .expect(200);
        owner.post("/api/campaigns/" + id + "/activation").expect(200);
        var mary = new ApiClient(paddock.url(), token(person("Mary").get("id").asString()));
        this.adasInvitation = person("Ada").get("invitation").asString();
        judge(mary);
    }

    String id() {
        return id;
    }

    String adasInvitation() {
        return adasInvitation;
    }

    private JsonNode person(String name) throws IOException {
        var asked = Map.of("email", name.toLowerCase(Locale.ROOT) + "@example.org", "name", name, "role", "annotator");
        var person = owner.post("/api/people", asked).expect(201).json();
        owner.post(
                "/api/campaigns/" + id + "/members",
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

    private void judge(ApiClient mary) throws IOException {
        for (var degree : List.of("better", "significantly-better", "negligibly-better")) {
            var task = mary.post("/api/campaigns/" + id + "/tasks")
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
}
