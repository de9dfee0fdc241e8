package dev.paddock.web.campaigns;

import dev.paddock.campaigns.CampaignEdit;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.shared.Faults;
import dev.paddock.shared.InvalidInput;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A campaign as the API takes it. Track and name must be there to make one; in a change, what is missing stays as it is. */
record CampaignBody(
        @Nullable String name,
        @Nullable Track track,
        @Nullable String task,
        @Nullable String guideline,
        @Nullable Integer judgementsPerItem,
        @Nullable Integer maxTurns,
        @Nullable Boolean annotatorPrompts,
        @Nullable Set<Rating> ratings,
        @Nullable List<String> variants,
        @Nullable Order order,
        @Nullable Integer randomShare,
        @Nullable Long version) {

    NewCampaign toNew() {
        var faults = new Faults();
        faults.unless(name != null, "name", "is missing");
        faults.unless(track != null, "track", "is missing: helpfulness or safety");
        faults.unless(guideline != null, "guideline", "is missing: say in Markdown what people shall judge by");
        faults.unless(task == null || task.equals("comparison"), "task", "must be comparison");
        faults.refuse();
        return new NewCampaign(
                Objects.requireNonNull(name),
                Objects.requireNonNull(track),
                Objects.requireNonNull(guideline),
                Objects.requireNonNullElse(judgementsPerItem, 1),
                Objects.requireNonNullElse(maxTurns, 4),
                Objects.requireNonNullElse(annotatorPrompts, false),
                Objects.requireNonNullElse(ratings, Set.of()),
                Objects.requireNonNullElse(variants, List.of()),
                Objects.requireNonNullElse(order, Order.ARRIVAL),
                Objects.requireNonNullElse(randomShare, NewCampaign.RANDOM_SHARE));
    }

    CampaignEdit toEdit() {
        var faults = new Faults();
        faults.unless(track == null, "track", "never changes: make another campaign");
        faults.unless(task == null, "task", "never changes: make another campaign");
        faults.unless(
                judgementsPerItem == null,
                "judgementsPerItem",
                "never changes, so that every item gets exactly as many");
        faults.refuse();
        if (version == null) {
            throw new InvalidInput(
                    "version", "is missing: send the version that you read, so that nobody's change is overwritten");
        }
        return new CampaignEdit(
                version, name, guideline, maxTurns, annotatorPrompts, ratings, variants, order, randomShare);
    }
}
