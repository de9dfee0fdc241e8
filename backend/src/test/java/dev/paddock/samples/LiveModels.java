package dev.paddock.samples;

import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.models.EndpointForm;
import dev.paddock.models.Endpoints;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.models.VariantForm;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.prompts.Prompt;
import dev.paddock.prompts.Prompts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** A server, variants on it and a campaign that draws from them, made as the owner would. */
public final class LiveModels {

    private final ApplicationContext context;
    private final Caller olive;
    private final ModelEndpoint endpoint;
    private final List<ModelVariant> variants = new ArrayList<>();

    private LiveModels(ApplicationContext context, URI base, int slots) {
        this.context = context;
        this.olive = new Cast(context).olive();
        this.endpoint = context.getBean(Endpoints.class)
                .add(olive, new EndpointForm(key("server"), base.toString(), "s3cret", slots));
    }

    public static LiveModels at(ApplicationContext context, URI base, int slots, int variants) {
        var models = new LiveModels(context, base, slots);
        for (var i = 0; i < variants; i++) {
            models.addVariant(0.5, 1.0, 1024);
        }
        return models;
    }

    public ModelVariant addVariant(double coolest, double warmest, int contextTokens) {
        var form = new VariantForm(
                key("variant"),
                endpoint.id(),
                "babbler-1",
                "",
                coolest,
                warmest,
                0.9,
                40,
                contextTokens,
                List.of(),
                "V1",
                "");
        variants.add(context.getBean(Models.class).add(olive, form));
        return variants.getLast();
    }

    /** Active, with prompts by annotators. */
    public Campaign campaign() {
        return campaign(true, 1);
    }

    /** The same, but two people judge what is imported. */
    public Campaign campaignForTwo() {
        return campaign(true, 2);
    }

    /** Active, with nothing but the prompts that its lead imports. */
    public Campaign givenPrompts() {
        return givenPrompts(1);
    }

    public Campaign givenPrompts(int judgements) {
        return campaign(false, judgements);
    }

    private Campaign campaign(boolean annotatorPrompts, int judgements) {
        var names = variants.stream().map(ModelVariant::name).toList();
        var campaigns = context.getBean(Campaigns.class);
        var campaign = campaigns.create(
                olive,
                new NewCampaign(
                        key("campaign"),
                        Track.HELPFULNESS,
                        "Be kind.",
                        judgements,
                        5,
                        annotatorPrompts,
                        Set.of(Rating.HELPFULNESS),
                        names));
        return campaigns.activate(olive, campaign.id());
    }

    public void switchOff() {
        variants.forEach(variant -> context.getBean(Models.class).enable(olive, variant.id(), false));
    }

    public Prompt prompt(UUID campaign, String text) {
        return context.getBean(Prompts.class).write(olive, campaign, text, null, null);
    }

    public Caller olive() {
        return olive;
    }

    public List<ModelVariant> variants() {
        return variants;
    }

    private static String key(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 8);
    }
}
