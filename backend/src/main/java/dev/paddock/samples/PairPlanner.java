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
     * @throws ConversationTooLong when none of them has room for it
     */
    List<Side> plan(Question question, Set<UUID> avoid) {
        var fitting = fitting(question);
        var others = fitting.stream()
                .filter(variant -> !avoid.contains(variant.id()))
                .toList();
        var two = Draw.two(others.size() > 1 ? others : fitting, random);
        return List.of(side(Slot.A, two.get(0), question), side(Slot.B, two.get(1), question));
    }

    private List<ModelVariant> fitting(Question question) {
        var fitting = generators.answering(question.campaignId()).stream()
                .filter(variant -> fits(variant, question))
                .toList();
        if (fitting.isEmpty()) {
            throw new ConversationTooLong();
        }
        return fitting;
    }

    /** Whether some variant that answers now has room for it. */
    boolean fits(Question question) {
        return generators.answering(question.campaignId()).stream().anyMatch(variant -> fits(variant, question));
    }

    private boolean fits(ModelVariant variant, Question question) {
        var generator = generators.of(variant);
        return generator
                .prepare(question.under(variant.systemPrompt()))
                .fits(variant.maxTokens(), generator.describe().contextTokens());
    }

    private Side side(Slot slot, Draw draw, Question question) {
        var variant = draw.variant();
        var generator = generators.of(variant);
        var messages = question.under(variant.systemPrompt());
        var endpoint = models.endpoint(variant.endpointId());
        return new Side(slot, draw, endpoint, generator, messages, generator.prepare(messages));
    }

    /** The same side once more, as its answer was too like the other or hardly one. */
    Side again(Side side) {
        return side.with(side.draw().again(random));
    }
}
