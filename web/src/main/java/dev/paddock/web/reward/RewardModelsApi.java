package dev.paddock.web.reward;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.paddock.people.Caller;
import dev.paddock.reward.Disagreement;
import dev.paddock.reward.HeadToHeadFigures;
import dev.paddock.reward.Intake;
import dev.paddock.reward.ModelReport;
import dev.paddock.reward.RewardModels;
import dev.paddock.reward.Rewarded;
import dev.paddock.reward.Scored;
import dev.paddock.reward.SeenModel;
import dev.paddock.reward.Unscorable;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.web.live.WhileConnected;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reward models, as JSON. */
@RestController
@Tag(name = "Reward models")
class RewardModelsApi {

    private static final String ZIP = "application/zip";

    private final RewardModels rewardModels;
    private final Intake intake;

    RewardModelsApi(RewardModels rewardModels, Intake intake) {
        this.rewardModels = rewardModels;
        this.intake = intake;
    }

    /** @param problem why it does not run though it should, or cannot score just now; null where all is well */
    record ModelRow(
            String name,

            @Schema(allowableValues = {"helpfulness", "safety"})
            String kind,

            @Schema(allowableValues = {"candidate", "shadow", "serving", "retired", "removed"})
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
                    model.kind().label(),
                    model.state().word(),
                    model.sha256(),
                    model.createdAt(),
                    seen.provider(),
                    seen.precision(),
                    seen.problem());
        }
    }

    /**
     * @param card empty where this process has no copy of the bundle
     * @param unscorable how many samples it gives no score, with one reason; null where there are none
     */
    record ModelView(
            @JsonUnwrapped ModelRow model,
            String card,
            @Nullable Unscorable unscorable) {}

    record ReportView(@JsonUnwrapped ModelReport report, Published published) {}

    @Operation(
            summary = "Lists the reward models, by kind.",
            description =
                    "Of each kind the one that serves first, then the newest, and last those whose bundle was removed.")
    @GetMapping("/api/reward-models")
    Page<ModelRow> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return rewardModels.list(caller, cursor, Page.clamp(size)).map(ModelRow::of);
    }

    @Operation(
            summary = "Registers a reward model that was made elsewhere: a zip of the files of its bundle.",
            description =
                    "It is checked, opened and made to score its golden conversations; then it is a candidate. What is wrong with it is told, and nothing of it stays.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = @Content(mediaType = ZIP, schema = @Schema(type = "string", format = "binary"))))
    @PostMapping(value = "/api/reward-models", consumes = ZIP)
    ResponseEntity<ModelRow> register(Caller caller, HttpServletRequest request) throws IOException {
        var registered = intake.register(caller, request.getInputStream());
        return ResponseEntity.created(URI.create("/api/reward-models/" + registered.name()))
                .body(ModelRow.of(rewardModels.get(caller, registered.name())));
    }

    @Operation(summary = "Gives one reward model with its card, in Markdown, and what it gives no score.")
    @GetMapping("/api/reward-models/{name}")
    ModelView one(Caller caller, @PathVariable String name) {
        return new ModelView(
                ModelRow.of(rewardModels.get(caller, name)),
                rewardModels.card(caller, name),
                rewardModels.unscorable(caller, name).orElse(null));
    }

    @Operation(
            summary = "Says how often a reward model is right beside the one that serves.",
            description =
                    "On the held-out comparisons that both have scored, with the 95 % interval of the difference; up to a minute old. There is none (404) of the one that serves, where both have scored no such comparison, or where they cannot be read just now.")
    @GetMapping("/api/reward-models/{name}/head-to-head")
    HeadToHeadFigures headToHead(Caller caller, @PathVariable String name) {
        return rewardModels
                .headToHead(caller, name)
                .orElseThrow(() -> new NotFound("head-to-head with the model that serves"));
    }

    @Operation(
            summary = "Says how often a reward model prefers another answer than the one that serves.",
            description =
                    "On the pairs of which both have scored both answers. `correlation` is that of their gaps, null where it cannot be told. There is none (404) of the one that serves, or where both have scored no pair.")
    @GetMapping("/api/reward-models/{name}/disagreement")
    Disagreement disagreement(Caller caller, @PathVariable String name) {
        return rewardModels
                .disagreement(caller, name)
                .orElseThrow(() -> new NotFound("disagreement with the model that serves"));
    }

    @Operation(
            summary = "Gives a reward model's report on what people said.",
            description =
                    "By track, degree of preference, round and score gap, beside length alone; reliability, spread of the scores, ratings. Of a model that was trained here only held-out conversations count. `rounds` and `scores` count rounds of all campaigns together, the first with the first; `campaign` gives those of one. `published` is what others were measured at, on other comparisons.")
    @GetMapping("/api/reward-models/{name}/report")
    ReportView report(
            Caller caller,
            @PathVariable String name,
            @Parameter(description = "One that you lead or review, of the model's track.")
                    @RequestParam(required = false)
                    @Nullable
                    UUID campaign) {
        return new ReportView(
                campaign == null ? rewardModels.report(caller, name) : rewardModels.report(caller, name, campaign),
                Published.TABLE_7);
    }

    @Operation(
            summary = "Scores the last message of each conversation by the model that serves.",
            description = "Scores are logits: they compare answers under one model, and mean nothing across models.")
    @PostMapping("/api/scores")
    Scored score(Caller caller, @RequestBody ScoreRequest request, ServletRequest connected) {
        return WhileConnected.get(connected, () -> rewardModels.score(caller, request.modelKind(), request.messages()));
    }

    @Operation(
            summary = "Gives the reward that both models' scores amount to.",
            description =
                    "As Llama 2 trains by: safety where the prompt is `tempting` or the answer is not safe enough (below 0.15), helpfulness otherwise; whitened over the conversations of the request. `kind` is not looked at.")
    @PostMapping("/api/rewards")
    Rewarded reward(Caller caller, @RequestBody ScoreRequest request, ServletRequest connected) {
        return WhileConnected.get(connected, () -> rewardModels.reward(caller, request.messages(), request.tempting()));
    }
}
