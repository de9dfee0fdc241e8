package dev.paddock.web.trainings;

import dev.paddock.campaigns.Campaign;
import dev.paddock.datasets.Margin;
import dev.paddock.people.Caller;
import dev.paddock.rewardmodel.retraining.TrainingReport;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import dev.paddock.shared.Page;
import dev.paddock.shared.Words;
import dev.paddock.trainings.LearningPoint;
import dev.paddock.trainings.Training;
import dev.paddock.trainings.Trainings;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Trainings of reward models, as JSON. */
@RestController
@Tag(name = "Reward models")
class TrainingsApi {

    private final Trainings trainings;

    TrainingsApi(Trainings trainings) {
        this.trainings = trainings;
    }

    /** @param campaigns that you lead, of the kind's track */
    record TrainingRequest(
            @Schema(implementation = ModelKind.class) @Nullable
            String kind,

            @Nullable List<UUID> campaigns,

            @Schema(implementation = Margin.class, defaultValue = "small") @Nullable
            String margin) {}

    /**
     * @param campaigns those of its campaigns that you lead or review
     * @param otherCampaigns how many others there are
     * @param last the last comparison that counts
     * @param model the candidate that came out
     * @param against the model that it was measured against
     */
    record TrainingRow(
            UUID id,
            long number,
            String kind,
            List<UUID> campaigns,
            int otherCampaigns,
            long last,
            String margin,

            @Schema(implementation = JobState.class) String state,

            String phase,
            int percent,
            String failure,
            @Nullable String model,
            @Nullable String against,
            @Nullable TrainingReport report,
            Instant createdAt,
            @Nullable Instant endedAt) {

        /** @param read the campaigns that may be named */
        static TrainingRow of(Training training, List<Campaign> read) {
            var known = read.stream().map(Campaign::id).collect(Collectors.toSet());
            var named = training.campaigns().stream().filter(known::contains).toList();
            return new TrainingRow(
                    training.id(),
                    training.number(),
                    training.kind().label(),
                    named,
                    training.campaigns().size() - named.size(),
                    training.last(),
                    training.margin().word(),
                    training.state().word(),
                    training.progress().phase(),
                    training.progress().percent(),
                    training.failure(),
                    training.model(),
                    training.against(),
                    training.report(),
                    training.createdAt(),
                    training.endedAt());
        }
    }

    @Operation(
            summary = "Trains a reward model on what people said.",
            description =
                    "On all comparisons of the campaigns that stand now. A tenth of all conversations is held out of every training; what people said of them in all campaigns of the track judges what comes out, which is a candidate.")
    @PostMapping("/api/reward-models/trainings")
    ResponseEntity<TrainingRow> start(Caller caller, @RequestBody TrainingRequest request) {
        var kind = Words.require(ModelKind.class, "kind", Objects.requireNonNullElse(request.kind(), ""));
        var from = Objects.requireNonNullElse(request.campaigns(), List.<UUID>of());
        var margin = Margin.of(Objects.requireNonNullElse(request.margin(), "small"));
        var training = trainings.start(caller, kind, from, margin);
        return ResponseEntity.created(URI.create("/api/reward-models/trainings/" + training.id()))
                .body(row(caller, training));
    }

    @Operation(summary = "Lists the trainings, newest first.")
    @GetMapping("/api/reward-models/trainings")
    Page<TrainingRow> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var page = trainings.list(caller, cursor, Page.clamp(size));
        var read = trainings.readOf(caller, page.rows());
        return page.map(training -> TrainingRow.of(training, read));
    }

    @Operation(summary = "Says how far a training has come, or what came out.")
    @GetMapping("/api/reward-models/trainings/{training}")
    TrainingRow get(Caller caller, @PathVariable UUID training) {
        return row(caller, trainings.get(caller, training));
    }

    @Operation(summary = "Cancels a training that waits or runs; nothing of it stays.")
    @DeleteMapping("/api/reward-models/trainings/{training}")
    TrainingRow cancel(Caller caller, @PathVariable UUID training) {
        return row(caller, trainings.cancel(caller, training));
    }

    private TrainingRow row(Caller caller, Training training) {
        return TrainingRow.of(training, trainings.readOf(caller, List.of(training)));
    }

    @Operation(
            summary = "Gives the accuracy on held-out comparisons by how many were learnt from, training by training.")
    @GetMapping("/api/reward-models/learning/{kind}")
    Page<LearningPoint> learning(Caller caller, @PathVariable @Schema(implementation = ModelKind.class) String kind) {
        return new Page<>(trainings.learning(caller, Words.require(ModelKind.class, "kind", kind)), null);
    }
}
