package dev.paddock.samples.embedded;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.llama.Cancellation;
import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.samples.generation.EndsOnce;
import dev.paddock.samples.generation.Generation;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.GeneratorInfo;
import dev.paddock.samples.generation.Health;
import dev.paddock.samples.generation.PreparedPrompt;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TokenSink;
import java.util.List;

/** The Llama in this process. */
public final class EmbeddedGenerator implements TextGenerator {

    private final Llama llama;
    private final int contextTokens;

    /** @param contextTokens at most so many, whatever the weights could take */
    public EmbeddedGenerator(Llama llama, int contextTokens) {
        this.llama = llama;
        this.contextTokens = Math.min(contextTokens, llama.describe().contextLength());
    }

    @Override
    public GeneratorInfo describe() {
        var model = llama.describe();
        return new GeneratorInfo("embedded", model.name(), model.promptFormat(), contextTokens);
    }

    @Override
    public Health health() {
        return Health.UP;
    }

    @Override
    public PreparedPrompt prepare(List<Message> messages) {
        return new PreparedPrompt(Sha256.of(llama.render(messages)), llama.countTokens(messages));
    }

    /** On a platform thread: the computing would hold one of the few threads that carry all virtual ones. */
    @Override
    public Generation generate(GenerationRequest request, TokenSink sink) {
        var cancellation = new Cancellation();
        var answer = new EmbeddedAnswer(llama, contextTokens, request, new EndsOnce(sink), cancellation);
        Thread.ofPlatform().daemon().name("embedded generation").start(answer);
        return cancellation::cancel;
    }
}
