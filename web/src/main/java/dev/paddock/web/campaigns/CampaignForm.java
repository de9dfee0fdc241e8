package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignEdit;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Order;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.shared.Faults;
import dev.paddock.shared.Words;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A campaign as a person types it: all texts, so that whatever was typed can be shown again. */
record CampaignForm(
        @Nullable String name,
        @Nullable String track,
        @Nullable String guideline,
        @Nullable String judgementsPerItem,
        @Nullable String maxTurns,
        @Nullable Boolean annotatorPrompts,
        @Nullable List<String> ratings,
        @Nullable List<String> variants,
        @Nullable String order,
        @Nullable String randomShare,
        @Nullable Long version) {

    static CampaignForm empty() {
        return new CampaignForm(
                "", "helpfulness", "", "3", "4", true, List.of("helpfulness"), List.of(), "arrival", "20", 0L);
    }

    static CampaignForm of(Campaign campaign, List<String> variants) {
        return new CampaignForm(
                campaign.name(),
                campaign.track().word(),
                "",
                Integer.toString(campaign.judgementsPerItem()),
                Integer.toString(campaign.maxTurns()),
                campaign.annotatorPrompts(),
                campaign.ratings().stream().map(Rating::word).toList(),
                variants,
                campaign.order().word(),
                Integer.toString(campaign.randomShare()),
                campaign.version());
    }

    NewCampaign toNew() {
        var faults = new Faults();
        int judgements = whole(faults, "judgementsPerItem", judgementsPerItem);
        int turns = whole(faults, "maxTurns", maxTurns);
        var share = chosenShare(faults);
        faults.refuse();
        return new NewCampaign(
                orEmpty(name),
                Words.require(Track.class, "track", orEmpty(track)),
                orEmpty(guideline),
                judgements,
                turns,
                Boolean.TRUE.equals(annotatorPrompts),
                chosenRatings(),
                chosenVariants(),
                Objects.requireNonNullElse(chosenOrder(), Order.ARRIVAL),
                Objects.requireNonNullElse(share, NewCampaign.RANDOM_SHARE));
    }

    CampaignEdit toEdit() {
        var faults = new Faults();
        int turns = whole(faults, "maxTurns", maxTurns);
        var share = chosenShare(faults);
        faults.refuse();
        return new CampaignEdit(
                Objects.requireNonNullElse(version, -1L),
                orEmpty(name),
                null,
                turns,
                Boolean.TRUE.equals(annotatorPrompts),
                chosenRatings(),
                chosenVariants(),
                chosenOrder(),
                share);
    }

    private Set<Rating> chosenRatings() {
        return Objects.requireNonNullElse(ratings, List.<String>of()).stream()
                .map(word -> Words.require(Rating.class, "ratings", word))
                .collect(Collectors.toSet());
    }

    private List<String> chosenVariants() {
        return Objects.requireNonNullElse(variants, List.of());
    }

    private @Nullable Order chosenOrder() {
        return order == null ? null : Words.require(Order.class, "order", order);
    }

    private @Nullable Integer chosenShare(Faults faults) {
        return randomShare == null ? null : whole(faults, "randomShare", randomShare);
    }

    private static int whole(Faults faults, String field, @Nullable String text) {
        try {
            return Integer.parseInt(orEmpty(text).strip());
        } catch (NumberFormatException none) {
            faults.unless(false, field, "must be a whole number");
            return 1;
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
