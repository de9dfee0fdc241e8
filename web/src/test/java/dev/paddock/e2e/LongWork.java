package dev.paddock.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What takes its time, asked for by the owner: reward models that are opened, trainings, best-of-K runs. */
record LongWork(ApiClient owner, String campaign) {

    /** The first one there is; they are opened beside the start. */
    String rewardModel() throws IOException {
        for (var patience = 0; patience < 100; patience++) {
            var rows = owner.get("/api/reward-models").expect(200).json().get("rows");
            if (!rows.isEmpty()) {
                return rows.get(0).get("name").asString();
            }
            LockSupport.parkNanos(300_000_000);
        }
        throw new AssertionError("no reward model was registered");
    }

    String training() throws IOException {
        var asked = Map.of("kind", "safety", "campaigns", List.of(campaign), "margin", "small");
        return owner.post("/api/reward-models/trainings", asked)
                .expect(201)
                .json()
                .get("id")
                .asString();
    }

    /** Done where there are weights to generate with; where there are none it waits. */
    String bestOfK() throws IOException {
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
        var endpoint = owner.first("/api/models/endpoints");
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
}
