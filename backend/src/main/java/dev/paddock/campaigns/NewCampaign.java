package dev.paddock.campaigns;

import dev.paddock.shared.Faults;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a lead says when making a campaign.
 *
 * @param guideline Markdown; its first version
 * @param variants  names of model variants; one is compared with itself at two temperatures
 * @param randomShare percent; counts where the order is uncertainty
 */
public record NewCampaign(
        String name,
        Track track,
        String guideline,
        int judgementsPerItem,
        int maxTurns,
        boolean annotatorPrompts,
        Set<Rating> ratings,
        List<String> variants,
        Order order,
        int randomShare) {

    public static final int RANDOM_SHARE = 20;

    static final int LONGEST_GUIDELINE = 100_000;

    public NewCampaign {
        name = name.strip();
        ratings = Set.copyOf(ratings);
        variants = variants.stream().distinct().toList();
        var faults = new Faults();
        check(faults, name, maxTurns, variants, randomShare);
        faults.text("guideline", guideline, 1, LONGEST_GUIDELINE);
        faults.within("judgementsPerItem", judgementsPerItem, 1, 99);
        faults.refuse();
    }

    /** First come, first served. */
    public NewCampaign(
            String name,
            Track track,
            String guideline,
            int judgementsPerItem,
            int maxTurns,
            boolean annotatorPrompts,
            Set<Rating> ratings,
            List<String> variants) {
        this(
                name,
                track,
                guideline,
                judgementsPerItem,
                maxTurns,
                annotatorPrompts,
                ratings,
                variants,
                Order.ARRIVAL,
                RANDOM_SHARE);
    }

    static void check(Faults faults, String name, int maxTurns, Collection<String> variants, int randomShare) {
        faults.text("name", name, 1, 120);
        faults.unless(!name.contains("\n") && !name.contains("\r") && !name.contains("\t"), "name", "must be one line");
        faults.within("maxTurns", maxTurns, 1, 50);
        faults.within("randomShare", randomShare, 0, 100);
        faults.unless(variants.size() <= 20, "variants", "takes at most 20");
    }
}
