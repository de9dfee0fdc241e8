package dev.paddock.samples;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.Listening.Heard;
import dev.paddock.samples.generation.Decoding;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.pairs.Draw;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.JobSettings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Single answers of one variant, for work that nobody waits for. People come first: an answer gives its place up to them and begins again. */
@Component
public class SoloAnswers {

    /** In tokens. */
    private static final int SHORT = 8;

    private final Models models;
    private final Generators generators;
    private final SoloPlaces places;
    private final Clock clock;
    private final JobSettings settings;

    SoloAnswers(Models models, Generators generators, SoloPlaces places, Clock clock, JobSettings settings) {
        this.models = models;
        this.generators = generators;
        this.places = places;
        this.clock = clock;
        this.settings = settings;
    }

    /** How many answers of the variant can be under way at once. */
    public int atOnce(UUID variant) {
        return models.endpoint(models.variant(variant).endpointId()).slots();
    }

    /**
     * Comes back with an answer or with what became of it. What broke off is tried once more after a pause. A failure is the question's own
     * where the model answers another question just then and fails on this one once more: the model may have come back in between.
     *
     * @param heard told of each piece of text that comes
     * @throws ModelAway where the model answers nobody just now; then the question is worth asking again
     * @throws Conflict when the variant is another one by now
     */
    public SoloAnswer answer(SoloQuestion question, Runnable heard) throws ModelAway, InterruptedException {
        var told = tell(question, heard);
        if (told.brokeOff()) {
            Thread.sleep(settings.pause());
            told = tell(question, heard);
        }
        if (told.mayBeTheQuestion()) {
            if (!answersAnother(question)) {
                throw told.away();
            }
            told = told.isMerelyLong() ? told : tell(question, heard);
        }
        if (told.isTheServers()) {
            throw told.away();
        }
        return SoloAnswer.of(told.heard().attempted(), told.provenance());
    }

    private record Told(Heard heard, Provenance provenance) {

        /** An answer that was coming and did not come to its end in time would not the second time either. */
        boolean brokeOff() {
            return is(Failure.Kind.BROKEN, Failure.Kind.STALLED) || is(Failure.Kind.SLOW) && !isMerelyLong();
        }

        boolean isMerelyLong() {
            return is(Failure.Kind.SLOW) && !heard.attempted().text().isBlank();
        }

        /** Whose fault it is can only be seen from another question. */
        boolean mayBeTheQuestion() {
            return is(Failure.Kind.SLOW, Failure.Kind.STALLED, Failure.Kind.BROKEN, Failure.Kind.REFUSED);
        }

        boolean isTheServers() {
            return is(Failure.Kind.UNREACHABLE, Failure.Kind.BUSY);
        }

        private boolean is(Failure.Kind... any) {
            var failure = heard.failure();
            return failure != null && List.of(any).contains(failure.kind());
        }

        ModelAway away() {
            return new ModelAway(heard.attempted().reason());
        }
    }

    private Told tell(SoloQuestion question, Runnable heard) throws ModelAway, InterruptedException {
        var variant = unchanged(question);
        var side = side(question, variant, variant.maxTokens());
        var provenance = side.provenance(clock.instant());
        return new Told(places.answer(side, heard), provenance);
    }

    /** Asked in earnest: a server that is up and lists its models may have none that answers. */
    private boolean answersAnother(SoloQuestion question) throws ModelAway, InterruptedException {
        var variant = unchanged(question);
        var another = new SoloQuestion(
                question.variant(),
                question.revision(),
                "",
                List.of(Message.user("Hello.")),
                variant.temperatureMin(),
                question.seed());
        var side = side(another, variant, Math.min(SHORT, variant.maxTokens()));
        return places.answer(side, () -> {}).failure() == null;
    }

    private ModelVariant unchanged(SoloQuestion question) {
        var variant = models.variant(question.variant());
        if (variant.revision() != question.revision()) {
            throw new Conflict("The variant '" + variant.name() + "' was changed meanwhile: it is at revision "
                    + variant.revision() + ", and this began with " + question.revision() + ".");
        }
        return variant;
    }

    private Side side(SoloQuestion question, ModelVariant variant, int maxTokens) throws ModelAway {
        var health = generators.health(variant.endpointId());
        if (!health.up()) {
            throw new ModelAway(health.reason());
        }
        try {
            var generator = generators.of(variant);
            var messages = question.question().under(variant.systemPrompt());
            var decoding =
                    new Decoding(question.temperature(), variant.topP(), maxTokens, variant.stop(), question.seed());
            var endpoint = models.endpoint(variant.endpointId());
            return new Side(
                    Slot.A, new Draw(variant, decoding), endpoint, generator, messages, generator.prepare(messages));
        } catch (NoModelAnswers unloaded) {
            throw new ModelAway("it is being loaded");
        }
    }
}
