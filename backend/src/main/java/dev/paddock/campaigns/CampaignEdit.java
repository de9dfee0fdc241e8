package dev.paddock.campaigns;

import dev.paddock.shared.Faults;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change to a campaign; what is null stays as it is. Track and judgements per item never change.
 *
 * @param version   the campaign's version that the change was made from
 * @param guideline Markdown; another text than the present one becomes the next version
 */
public record CampaignEdit(
        long version,
        @Nullable String name,
        @Nullable String guideline,
        @Nullable Integer maxTurns,
        @Nullable Boolean annotatorPrompts,
        @Nullable Set<Rating> ratings,
        @Nullable List<String> variants,
        @Nullable Order order,
        @Nullable Integer randomShare) {

    public CampaignEdit {
        var faults = new Faults();
        name = name == null ? null : name.strip();
        NewCampaign.check(
                faults,
                name == null ? "-" : name,
                maxTurns == null ? 1 : maxTurns,
                variants == null ? List.of() : variants,
                randomShare == null ? 0 : randomShare);
        if (guideline != null) {
            faults.text("guideline", guideline, 1, NewCampaign.LONGEST_GUIDELINE);
        }
        faults.refuse();
    }

    /** The order of its queue stays as it is. */
    public CampaignEdit(
            long version,
            @Nullable String name,
            @Nullable String guideline,
            @Nullable Integer maxTurns,
            @Nullable Boolean annotatorPrompts,
            @Nullable Set<Rating> ratings,
            @Nullable List<String> variants) {
        this(version, name, guideline, maxTurns, annotatorPrompts, ratings, variants, null, null);
    }
}
