package dev.paddock.web.campaigns;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.CampaignState;
import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as the API gives it.
 *
 * @param variants left out for annotators, who must not know which models they compare
 * @param order    of its pairs; left out for annotators, as the share is
 * @param as       what the asker is in it
 */
record CampaignView(
        UUID id,
        String name,
        Track track,
        String task,
        CampaignState state,
        int judgementsPerItem,
        int maxTurns,
        boolean annotatorPrompts,
        Set<Rating> ratings,
        @JsonInclude(Include.NON_NULL) @Nullable List<String> variants,
        @JsonInclude(Include.NON_NULL) @Nullable Order order,
        @JsonInclude(Include.NON_NULL) @Nullable Integer randomShare,
        int guidelineVersion,
        long version,
        Instant createdAt,
        CampaignRole as) {

    static CampaignView of(Campaign campaign, CampaignRole as, List<String> variants) {
        var blind = as == CampaignRole.ANNOTATOR;
        return new CampaignView(
                campaign.id(),
                campaign.name(),
                campaign.track(),
                campaign.task(),
                campaign.state(),
                campaign.judgementsPerItem(),
                campaign.maxTurns(),
                campaign.annotatorPrompts(),
                campaign.ratings(),
                blind ? null : variants,
                blind ? null : campaign.order(),
                blind ? null : campaign.randomShare(),
                campaign.guidelineVersion(),
                campaign.version(),
                campaign.createdAt(),
                as);
    }
}
