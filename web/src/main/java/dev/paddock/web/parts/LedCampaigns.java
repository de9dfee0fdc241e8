package dev.paddock.web.parts;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/**
 * What a form offers where it asks for campaigns that one leads: {@code campaigns}; {@code findable} where there are more than it shows;
 * {@code noneFound} where none has the name that was sought.
 */
@Component
public class LedCampaigns {

    private static final int SHOWN = Page.LARGEST_SIZE;

    private final Campaigns campaigns;

    LedCampaigns(Campaigns campaigns) {
        this.campaigns = campaigns;
    }

    /**
     * @param track null for both
     * @param named what their names contain; null and blank for all
     * @param chosen offered in any case and first, so that they stay chosen
     */
    public void offer(
            Caller caller, @Nullable Track track, @Nullable String named, Collection<UUID> chosen, Model model) {
        offer(caller, track, named, chosen, Set.of(), _ -> Map.of(), model);
    }

    /**
     * @param first those that are offered before all others
     * @param hints what is to stand beside each of them, by its id; where there are some, in the order in which they are offered
     */
    public void offer(
            Caller caller,
            @Nullable Track track,
            @Nullable String named,
            Collection<UUID> chosen,
            Set<UUID> first,
            Function<List<UUID>, Map<UUID, String>> hints,
            Model model) {
        var sought = Objects.requireNonNullElse(named, "").strip();
        var found = campaigns.led(caller, track, sought, first, SHOWN + 1);
        var offered = Stream.concat(
                        campaigns.led(caller, track, chosen).stream(),
                        found.stream().limit(SHOWN).filter(campaign -> !chosen.contains(campaign.id())))
                .toList();
        var beside = hints.apply(offered.stream().map(Campaign::id).toList());
        var order = List.copyOf(beside.keySet());
        model.addAttribute(
                "campaigns",
                offered.stream()
                        .sorted(Comparator.comparingInt(campaign -> order.indexOf(campaign.id())))
                        .map(campaign ->
                                new Choice(campaign.id().toString(), campaign.name(), beside.get(campaign.id())))
                        .toList());
        model.addAttribute("findable", found.size() > SHOWN || !sought.isEmpty());
        model.addAttribute("noneFound", found.isEmpty() && !sought.isEmpty());
    }

    /**
     * Whether a form came with a name that is still to be looked for: Enter in that field means Find, though it presses the form's own button.
     *
     * @param named what the field holds
     * @param sought what the form shows the campaigns of
     */
    public static boolean isToFind(@Nullable String named, @Nullable String sought) {
        return !Objects.requireNonNullElse(named, "")
                .strip()
                .equals(Objects.requireNonNullElse(sought, "").strip());
    }
}
