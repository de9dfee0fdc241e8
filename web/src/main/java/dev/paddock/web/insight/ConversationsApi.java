package dev.paddock.web.insight;

import dev.paddock.insight.CampaignFacts;
import dev.paddock.insight.ConversationRow;
import dev.paddock.insight.FlagRow;
import dev.paddock.insight.Insight;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What came in, as JSON. */
@RestController
@Tag(name = "Campaigns")
class ConversationsApi {

    private final Insight insight;

    ConversationsApi(Insight insight) {
        this.insight = insight;
    }

    @Operation(
            summary = "Lists the conversations of a campaign.",
            description = "Newest first; for its leads and reviewers.")
    @GetMapping("/api/campaigns/{id}/conversations")
    Page<ConversationRow> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return insight.conversations(caller, id, cursor, Page.clamp(size));
    }

    @Operation(
            summary = "Lists why people flagged conversations or skipped tasks.",
            description = "Newest first; for its leads and reviewers.")
    @GetMapping("/api/campaigns/{id}/flags")
    Page<FlagRow> flags(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return insight.flags(caller, id, cursor, Math.clamp(size, 1, Page.LARGEST_SIZE));
    }

    @Operation(summary = "Gives one conversation with its samples, their provenance and what people said.")
    @GetMapping("/api/conversations/{id}")
    ConversationView one(Caller caller, @PathVariable UUID id) {
        return ConversationView.of(insight.conversation(caller, id));
    }

    @Operation(
            summary = "Gives the figures of a campaign: how many, by degree, by side, and agreement.",
            description =
                    "`agreement` is that of the reward model that serves the track, with `hits` of `of` comparisons, in so many different `conversations`, which say as much as so many `independent` ones of one size; equal scores are half a hit. "
                            + "Where the model is none of those that Paddock brings, only conversations count that are held out of every training (`heldOutOnly`). "
                            + "`impartialAgreement` is without the pairs that were taken because their gap was small.")
    @GetMapping("/api/campaigns/{id}/facts")
    CampaignFacts facts(Caller caller, @PathVariable UUID id) {
        return insight.facts(caller, id);
    }
}
