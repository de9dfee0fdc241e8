package dev.paddock.samples;

import dev.paddock.models.ModelEndpoint;
import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.PreparedPrompt;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.pairs.Draw;
import java.time.Instant;
import java.util.List;

/** One side of a planned pair: all that a sample's provenance tells before its start. */
record Side(
        Slot slot,
        Draw draw,
        ModelEndpoint endpoint,
        TextGenerator generator,
        List<Message> messages,
        PreparedPrompt prompt) {

    Side with(Draw another) {
        return new Side(slot, another, endpoint, generator, messages, prompt);
    }

    GenerationRequest request() {
        return new GenerationRequest(messages, draw.decoding());
    }

    Provenance provenance(Instant now) {
        var variant = draw.variant();
        var decoding = draw.decoding();
        var info = generator.describe();
        return new Provenance(
                variant.id(),
                variant.name(),
                variant.revision(),
                info.adapter(),
                endpoint.name(),
                info.model(),
                info.promptFormat(),
                prompt.sha256(),
                decoding.temperature(),
                decoding.topP(),
                decoding.maxTokens(),
                decoding.stop(),
                decoding.seed(),
                now);
    }
}
