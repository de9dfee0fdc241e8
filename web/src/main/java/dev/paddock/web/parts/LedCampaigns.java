package dev.paddock.web.parts;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.shared.Page;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a form offers where it asks for campaigns that one leads: {@code campaigns}, and {@code findable} where there are more than it shows. */
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
     * @param chosen offered in any case, so that they stay chosen
     */
    public void offer(
            Caller caller, @Nullable Track track, @Nullable String named, Collection<UUID> chosen, Model model) {
        var sought = Objects.requireNonNullElse(named, "").strip();
        var found = campaigns.led(caller, track, sought, chosen, SHOWN + 1);
        model.addAttribute(
                "campaigns",
                found.stream()
                        .limit(SHOWN)
                        .map(campaign -> new Choice(campaign.id().toString(), campaign.name()))
                        .toList());
        model.addAttribute("findable", found.size() > SHOWN || !sought.isEmpty());
    }
}
