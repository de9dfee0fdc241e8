package dev.paddock.web.reward;

import dev.paddock.people.Caller;
import dev.paddock.reward.HeadToHeadFigures;
import dev.paddock.reward.Promotions;
import dev.paddock.reward.Removals;
import dev.paddock.reward.RewardModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Words;
import dev.paddock.web.reward.RewardModelsApi.ModelRow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which reward model serves, as JSON. */
@RestController
@Tag(name = "Reward models")
class PromotionsApi {

    private final Promotions promotions;
    private final Removals removals;
    private final RewardModels models;

    PromotionsApi(Promotions promotions, Removals removals, RewardModels models) {
        this.promotions = promotions;
        this.removals = removals;
        this.models = models;
    }

    /** @param reason why it is to serve though it was found worse than the one that does, or too little is known of it; 500 characters at most */
    record PromotionRequest(@Nullable String reason) {}

    @Operation(
            summary = "Has the model serve in the place of the one that does; that is retired.",
            description =
                    "One that was found worse on held-out comparisons, or judged by those of fewer than "
                            + HeadToHeadFigures.FEWEST
                            + " conversations, is refused unless a reason is given; it is kept in the log with the figures. They are those of its training, or else of what it and the one that serves have both scored.")
    @PostMapping("/api/reward-models/{name}/promotion")
    ModelRow promote(
            Caller caller,
            @PathVariable String name,
            @RequestBody(required = false) @Nullable PromotionRequest request) {
        var reason = request == null ? null : request.reason();
        promotions.promote(caller, name, Objects.requireNonNullElse(reason, ""));
        return ModelRow.of(models.get(caller, name));
    }

    @Operation(summary = "Has the model of a kind serve again that did before the one that does.")
    @PostMapping("/api/reward-models/rollback/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rollBack(Caller caller, @PathVariable @Schema(implementation = ModelKind.class) String kind) {
        promotions.rollBack(caller, Words.require(ModelKind.class, "kind", kind));
    }

    @Operation(summary = "Has the model score beside the one that serves, to be compared with it.")
    @PostMapping("/api/reward-models/{name}/shadow")
    ModelRow shadow(Caller caller, @PathVariable String name) {
        promotions.shadow(caller, name);
        return ModelRow.of(models.get(caller, name));
    }

    @Operation(
            summary = "Removes the bundle of a candidate or retired model; the model stays on record.",
            description =
                    "So that what it scored keeps its model's name. Refused (409) where rolling back would return to it, and of the models that Paddock brings. The same bundle can be registered again.")
    @DeleteMapping("/api/reward-models/{name}/bundle")
    ModelRow removeBundle(Caller caller, @PathVariable String name) {
        removals.remove(caller, name);
        return ModelRow.of(models.get(caller, name));
    }

    @Operation(summary = "Takes a model out of use that does not serve; it can be promoted again.")
    @DeleteMapping("/api/reward-models/{name}")
    ModelRow retire(Caller caller, @PathVariable String name) {
        promotions.retire(caller, name);
        return ModelRow.of(models.get(caller, name));
    }
}
