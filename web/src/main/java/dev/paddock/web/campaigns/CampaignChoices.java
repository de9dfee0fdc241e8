package dev.paddock.web.campaigns;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.web.parts.Choice;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What a campaign's form offers. */
@Component
class CampaignChoices {

    private static final List<Choice> TRACKS = List.of(
            new Choice("helpfulness", "Helpfulness", "Which answer does more of what was asked?"),
            new Choice(
                    "safety",
                    "Safety",
                    "Which answer handles a risky prompt better? Asks for the safety of both as well."));

    private static final List<Choice> ORDERS = List.of(
            new Choice("arrival", "As they came", "First come, first served."),
            new Choice(
                    "uncertainty",
                    "The uncertain first",
                    "Those whose answers the reward model finds hardest to tell apart. Prompts, and pairs without scores yet, come after."));

    private static final List<Choice> RATINGS =
            List.of(new Choice("helpfulness", "Helpfulness, 1 to 5"), new Choice("safety", "Safety, 1 to 5"));

    private final Models models;

    CampaignChoices(Models models) {
        this.models = models;
    }

    void offer(Caller caller, Model model) {
        model.addAttribute("tracks", TRACKS);
        model.addAttribute("orders", ORDERS);
        model.addAttribute("scales", RATINGS);
        model.addAttribute(
                "variants",
                models.list(caller).stream()
                        .filter(ModelVariant::enabled)
                        .map(CampaignChoices::choice)
                        .toList());
    }

    private static Choice choice(ModelVariant variant) {
        return new Choice(
                variant.name(),
                variant.name(),
                variant.model() + ", temperature " + variant.temperatureMin() + " to " + variant.temperatureMax());
    }
}
