package dev.paddock.samples;

import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.samples.pairs.Draw;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Decides what answers a question, and how. */
@Component
class PairPlanner {

    private final SecureRandom random = new SecureRandom();
    private final Generators generators;
    private final Models models;

    PairPlanner(Generators generators, Models models) {
        this.generators = generators;
        this.models = models;
    }

    /**
     * @param avoid a variant that has just failed, left out where two others remain
     * @throws NoModelAnswers when there is nothing to draw from
     * @throws ConversationTooLong when either side has no room for it
     */
    List<Side> plan(Question question, Set<UUID> avoid) {
        var answering = generators.answering(question.campaignId());
        var others = answering.stream()
                .filter(variant -> !avoid.contains(variant.id()))
                .toList();
        var two = Draw.two(others.size() > 1 ? others : answering, random);
        return List.of(side(Slot.A, two.get(0), question), side(Slot.B, two.get(1), question));
    }

    private Side side(Slot slot, Draw draw, Question question) {
        ModelVariant variant = draw.variant();
        var generator = generators.of(variant);
        var messages = question.under(variant.systemPrompt());
        var prompt = generator.prepare(messages);
        if (!prompt.fits(variant.maxTokens(), generator.describe().contextTokens())) {
            throw new ConversationTooLong();
        }
        return new Side(slot, draw, models.endpoint(variant.endpointId()), generator, messages, prompt);
    }

    /** The same side once more, as its answer was too like the other or hardly one. */
    Side again(Side side) {
        return side.with(side.draw().again(random));
    }
}
