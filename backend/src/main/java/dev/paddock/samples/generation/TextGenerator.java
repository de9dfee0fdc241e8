package dev.paddock.samples.generation;

import dev.paddock.rewardmodel.Message;
import java.util.List;

/** One model that continues a conversation. Safe for many threads at once. */
public interface TextGenerator {

    GeneratorInfo describe();

    /** May ask the server, within seconds. Never throws. */
    Health health();

    /** Measures the prompt without sending it. */
    PreparedPrompt prepare(List<Message> messages);

    /**
     * Starts and returns at once. The sink hears tokens in order and then exactly one ending, all from one thread; a prompt that does not
     * fit, a server that is away and a {@link Generation#cancel() cancel} end it by {@link TokenSink#failed}, never by an exception here.
     */
    Generation generate(GenerationRequest request, TokenSink sink);
}
