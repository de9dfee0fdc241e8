package dev.paddock.web.bestofk;

import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunWish;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Words;
import dev.paddock.web.parts.LedCampaigns;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param named what the names of the campaigns to choose from are to contain
 * @param sought what those that it offered contain
 * @param temperatures with commas or spaces between them
 */
record RunForm(
        @Nullable String named,
        @Nullable String sought,
        @Nullable String campaign,
        @Nullable String variant,
        @Nullable String k,
        @Nullable String temperatures,
        @Nullable String rankedBy,
        @Nullable String limit,
        @Nullable String seed) {

    static RunForm blank(@Nullable UUID campaign) {
        return new RunForm(
                "", "", campaign == null ? "" : campaign.toString(), "", "10", "0.8, 1.0, 1.2", "helpfulness", "", "");
    }

    boolean isToFind() {
        return LedCampaigns.isToFind(named, sought);
    }

    RunWish wish() {
        return new RunWish(
                id(given(campaign)),
                given(variant),
                (int) number("k", k),
                all(given(temperatures)),
                given(seed).isEmpty() ? null : number("seed", seed),
                Words.require(RankedBy.class, "rankedBy", given(rankedBy)),
                null,
                given(limit).isEmpty() ? null : (int) number("limit", limit));
    }

    /** The campaign; empty where it is none that could be. */
    List<UUID> chosen() {
        try {
            return List.of(UUID.fromString(given(campaign)));
        } catch (IllegalArgumentException none) {
            return List.of();
        }
    }

    private static UUID id(String campaign) {
        try {
            return UUID.fromString(campaign);
        } catch (IllegalArgumentException none) {
            throw new InvalidInput("campaign", "must be one of the list");
        }
    }

    private static long number(String field, @Nullable String text) {
        try {
            return Integer.parseInt(given(text));
        } catch (NumberFormatException none) {
            throw new InvalidInput(field, "must be a whole number");
        }
    }

    private static List<Double> all(String temperatures) {
        try {
            return Arrays.stream(temperatures.split("[,;\\s]+"))
                    .filter(word -> !word.isEmpty())
                    .map(Double::valueOf)
                    .toList();
        } catch (NumberFormatException none) {
            throw new InvalidInput("temperatures", "must be numbers, as 0.8, 1.0, 1.2");
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
