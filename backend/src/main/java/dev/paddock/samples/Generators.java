package dev.paddock.samples;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.models.ModelEndpoint;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.samples.embedded.EmbeddedGenerator;
import dev.paddock.samples.embedded.EmbeddedModel;
import dev.paddock.samples.generation.Health;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.openai.OpenAiGenerator;
import dev.paddock.samples.openai.Patience;
import dev.paddock.samples.openai.Server;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.springframework.stereotype.Component;

/** What can answer now. */
@Component
public class Generators {

    /** Annotators read it, so it says nothing of files, addresses and names; the endpoint's health does. */
    private static final String NONE_ABLE =
            "No model can answer just now: it may be loading still, or away. Nothing is lost."
                    + " Try again in a minute; the owner can see why under Models.";

    private final Models models;
    private final Campaigns campaigns;
    private final EmbeddedModel embedded;
    private final Patience patience;
    private final HttpClient client;
    private final HealthMemory memory = new HealthMemory();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("generation deadlines").factory());

    Generators(Models models, Campaigns campaigns, EmbeddedModel embedded, GenerationSettings settings) {
        this.models = models;
        this.campaigns = campaigns;
        this.embedded = embedded;
        this.patience = settings.patience();
        this.client = OpenAiGenerator.client(patience);
    }

    /** Why nothing can generate for the campaign, as a sentence without the names of models; empty when something can. */
    public Optional<String> available(UUID campaign) {
        try {
            answering(campaign);
            return Optional.empty();
        } catch (NoModelAnswers none) {
            return Optional.ofNullable(none.getMessage());
        }
    }

    /** Of any endpoint, as last seen: servers are asked again in the background every few seconds. For owners and leads. */
    public Health health(UUID endpoint) {
        var known = models.endpoint(endpoint);
        return switch (known.kind()) {
            case EMBEDDED -> embedded.health();
            case OPENAI -> memory.of(endpoint, () -> server(known, "", "", 0).health());
        };
    }

    /** The campaign's variants that are on and able. */
    List<ModelVariant> answering(UUID campaign) {
        var on = models.variantsOf(campaigns.variantsOf(campaign)).stream()
                .filter(ModelVariant::enabled)
                .toList();
        if (on.isEmpty()) {
            throw new NoModelAnswers("No model is switched on for this campaign. Its lead can choose one.");
        }
        var able =
                on.stream().filter(variant -> health(variant.endpointId()).up()).toList();
        if (able.isEmpty()) {
            throw new NoModelAnswers(NONE_ABLE);
        }
        return able;
    }

    TextGenerator of(ModelVariant variant) {
        var endpoint = models.endpoint(variant.endpointId());
        return switch (endpoint.kind()) {
            case EMBEDDED ->
                new EmbeddedGenerator(
                        embedded.llama().orElseThrow(() -> new NoModelAnswers(NONE_ABLE)), variant.contextTokens());
            case OPENAI -> server(endpoint, variant.model(), variant.promptFormat(), variant.contextTokens());
        };
    }

    private TextGenerator server(ModelEndpoint endpoint, String model, String promptFormat, int contextTokens) {
        var id = endpoint.id();
        var server = new Server(
                endpoint.name(),
                () -> models.address(id),
                () -> models.credentials(id),
                model,
                promptFormat,
                contextTokens);
        return new OpenAiGenerator(server, patience, client, clock);
    }
}
