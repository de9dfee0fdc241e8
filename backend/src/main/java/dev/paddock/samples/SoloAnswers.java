package dev.paddock.samples;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.samples.generation.Decoding;
import dev.paddock.samples.pairs.Draw;
import dev.paddock.shared.Conflict;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Single answers of one variant, for work that nobody waits for. People come first: an answer gives its place up to them and begins again. */
@Component
public class SoloAnswers {

    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Models models;
    private final Generators generators;
    private final SoloPlaces places;
    private final Clock clock;

    SoloAnswers(Models models, Generators generators, SoloPlaces places, Clock clock) {
        this.models = models;
        this.generators = generators;
        this.places = places;
        this.clock = clock;
    }

    /** How many answers of the variant can be under way at once. */
    public int atOnce(UUID variant) {
        return models.endpoint(models.variant(variant).endpointId()).slots();
    }

    /** Why the variant cannot answer now; empty when it can. For leads: it may name servers. */
    public Optional<String> hindrance(UUID variant) {
        var health = generators.health(models.variant(variant).endpointId());
        return health.up() ? Optional.empty() : Optional.of(health.reason());
    }

    /**
     * Comes back with an answer or with what became of it: while the model is away or busy it waits, what broke off is tried once more.
     *
     * @throws Conflict when the variant is another one by now
     */
    public SoloAnswer answer(SoloQuestion question) throws InterruptedException {
        var again = true;
        while (true) {
            var side = side(question);
            var provenance = side.provenance(clock.instant());
            var heard = places.answer(side);
            var failure = heard.failure();
            if (failure == null) {
                return SoloAnswer.of(heard.attempted(), provenance);
            }
            switch (failure.kind()) {
                case UNREACHABLE, BUSY -> Thread.sleep(PAUSE);
                case SLOW, BROKEN -> {
                    if (!again) {
                        return SoloAnswer.of(heard.attempted(), provenance);
                    }
                    again = false;
                }
                case REFUSED, TOO_LONG, CANCELLED -> {
                    return SoloAnswer.of(heard.attempted(), provenance);
                }
            }
        }
    }

    private Side side(SoloQuestion question) throws InterruptedException {
        while (true) {
            var variant = unchanged(question);
            try {
                if (generators.health(variant.endpointId()).up()) {
                    return side(question, variant);
                }
            } catch (NoModelAnswers unloaded) {
                // Between two looks at it: the next one tells.
            }
            Thread.sleep(PAUSE);
        }
    }

    private ModelVariant unchanged(SoloQuestion question) {
        var variant = models.variant(question.variant());
        if (variant.revision() != question.revision()) {
            throw new Conflict("The variant '" + variant.name() + "' was changed meanwhile: it is at revision "
                    + variant.revision() + ", and this began with " + question.revision() + ".");
        }
        return variant;
    }

    private Side side(SoloQuestion question, ModelVariant variant) {
        var generator = generators.of(variant);
        var messages = question.question().under(variant.systemPrompt());
        var decoding = new Decoding(
                question.temperature(), variant.topP(), variant.maxTokens(), variant.stop(), question.seed());
        var endpoint = models.endpoint(variant.endpointId());
        return new Side(
                Slot.A, new Draw(variant, decoding), endpoint, generator, messages, generator.prepare(messages));
    }
}
