package dev.paddock.e2e;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** The models of a running Paddock opened here as well, to see whether the scores under a model's name are that model's. */
final class GenuineScores implements AutoCloseable {

    private final Map<String, RewardModel> models = new HashMap<>();

    /** @param data the folder of that Paddock @param registered its models */
    GenuineScores(Path data, JsonNode registered) throws IOException {
        try (var files = Files.walk(data.resolve("reward-models"))) {
            for (var card :
                    files.filter(file -> file.endsWith("reward-model.json")).toList()) {
                var bundle = Objects.requireNonNull(card.getParent());
                var id = Bundle.id(bundle);
                for (var model : registered) {
                    if (model.get("sha256").asString().equals(id)) {
                        models.put(model.get("name").asString(), Bundle.open(bundle, ExecutionProviders.cpu()));
                    }
                }
            }
        }
    }

    boolean has(ScoreCallers.Call call) {
        return of(call.model(), call.texts()).equals(call.scores());
    }

    List<Double> of(String model, List<String> texts) {
        var conversations = texts.stream()
                .map(text -> List.of(Message.user(ScoreCallers.QUESTION), Message.assistant(text)))
                .toList();
        return Objects.requireNonNull(models.get(model)).scoreAll(conversations).stream()
                .map(Score::value)
                .toList();
    }

    @Override
    public void close() {
        models.values().forEach(RewardModel::close);
    }
}
