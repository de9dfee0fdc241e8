package dev.paddock.e2e;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a lead does to get a better reward model, by the API: pairs in, a training, a look at the report, promotion, and back. */
final class TrainingLoop {

    private final ApiClient owner;
    private final ModelKind kind;

    TrainingLoop(ApiClient owner, ModelKind kind) {
        this.owner = owner;
        this.kind = kind;
    }

    /** The model of its kind that serves, once one of each kind does. */
    String awaitModel() throws IOException {
        while (true) {
            var serving = new EnumMap<ModelKind, String>(ModelKind.class);
            for (var model : models()) {
                // One that is being opened has no provider yet.
                if (model.get("state").asString().equals("serving") && model.hasNonNull("provider")) {
                    serving.put(
                            ModelKind.valueOf(model.get("kind").asString().toUpperCase(Locale.ROOT)),
                            model.get("name").asString());
                }
            }
            if (serving.size() == ModelKind.values().length) {
                return Objects.requireNonNull(serving.get(kind));
            }
            PaddockProcess.pause();
        }
    }

    JsonNode models() throws IOException {
        return owner.get("/api/reward-models").expect(200).json().get("rows");
    }

    String campaign() throws IOException {
        return owner.campaign("Judged elsewhere", kind.label(), 1, Map.of());
    }

    /** @param pairs a line each @return what became of them */
    JsonNode imported(String campaign, String pairs) throws IOException {
        return owner.post("/api/campaigns/" + campaign + "/comparisons?degree=better", "application/jsonl", pairs)
                .expect(200)
                .json();
    }

    /** @return the training, which has come to an end */
    JsonNode trained(String campaign) throws IOException {
        var asked = Map.of("kind", kind.label(), "campaigns", List.of(campaign));
        var training = owner.post("/api/reward-models/trainings", asked)
                .expect(201)
                .json()
                .get("id")
                .asString();
        while (true) {
            var now = owner.get("/api/reward-models/trainings/" + training)
                    .expect(200)
                    .json();
            if (!Set.of("waiting", "running").contains(now.get("state").asString())) {
                return now;
            }
            PaddockProcess.pause();
        }
    }

    JsonNode report(String model) throws IOException {
        return owner.get("/api/reward-models/" + model + "/report").expect(200).json();
    }

    ApiClient.Answer promoted(String model, String reason) throws IOException {
        return owner.post("/api/reward-models/" + model + "/promotion", Map.of("reason", reason));
    }

    void rolledBack() throws IOException {
        owner.post("/api/reward-models/rollback/" + kind.label()).expect(204);
    }
}
