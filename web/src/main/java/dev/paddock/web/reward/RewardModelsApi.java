package dev.paddock.web.reward;

import dev.paddock.people.Caller;
import dev.paddock.reward.Agreement;
import dev.paddock.reward.RewardModels;
import dev.paddock.reward.Scored;
import dev.paddock.reward.SeenModel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Reward models, as JSON. */
@RestController
class RewardModelsApi {

    private final RewardModels rewardModels;

    RewardModelsApi(RewardModels rewardModels) {
        this.rewardModels = rewardModels;
    }

    record Rows(List<ModelRow> rows) {}

    /** @param problem why it does not serve though it should; null where all is well */
    record ModelRow(
            String name,
            String kind,
            String state,
            String sha256,
            Instant createdAt,
            @Nullable String provider,
            @Nullable String precision,
            @Nullable String problem) {

        static ModelRow of(SeenModel seen) {
            var model = seen.model();
            return new ModelRow(
                    model.name(),
                    model.kind(),
                    model.state(),
                    model.sha256(),
                    model.createdAt(),
                    seen.provider(),
                    seen.precision(),
                    seen.problem());
        }
    }

    @GetMapping("/api/reward-models")
    Rows list(Caller caller) {
        return new Rows(rewardModels.list(caller).stream().map(ModelRow::of).toList());
    }

    /** How often it agrees with people, by track and degree. */
    @GetMapping("/api/reward-models/{name}/agreement")
    List<Agreement> agreement(Caller caller, @PathVariable String name) {
        return rewardModels.agreement(caller, name);
    }

    /** Scores the last message of each conversation by the model of that kind that serves. */
    @PostMapping("/api/scores")
    Scored score(Caller caller, @RequestBody ScoreRequest request) {
        return rewardModels.score(caller, request.modelKind(), request.messages());
    }
}
