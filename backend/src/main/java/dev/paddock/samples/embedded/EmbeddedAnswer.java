package dev.paddock.samples.embedded;

import dev.paddock.rewardmodel.llama.Cancellation;
import dev.paddock.rewardmodel.llama.Completion;
import dev.paddock.rewardmodel.llama.Llama;
import dev.paddock.rewardmodel.llama.PromptTooLong;
import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.Failure.Kind;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.TokenSink;

/** One answer of the embedded Llama, computed on the thread that runs it. */
record EmbeddedAnswer(
        Llama llama, int contextTokens, GenerationRequest request, TokenSink sink, Cancellation cancellation)
        implements Runnable {

    @Override
    public void run() {
        try {
            var tokens = llama.countTokens(request.messages());
            if (tokens + request.decoding().maxTokens() > contextTokens) {
                sink.failed(
                        new Failure(Kind.TOO_LONG, tokens + " tokens and the answer do not fit in " + contextTokens));
                return;
            }
            tell(llama.generate(request.messages(), decoding(), sink::token, cancellation));
        } catch (PromptTooLong tooLong) {
            sink.failed(new Failure(Kind.TOO_LONG, String.valueOf(tooLong.getMessage())));
        } catch (IllegalArgumentException refused) {
            sink.failed(new Failure(Kind.REFUSED, String.valueOf(refused.getMessage())));
        } catch (Throwable broken) {
            // A cache too large for the machine, or a fault of the native library, ends one answer, not the
            // application.
            sink.failed(new Failure(Kind.BROKEN, broken.toString()));
        }
    }

    private dev.paddock.rewardmodel.llama.Decoding decoding() {
        var asked = request.decoding();
        return new dev.paddock.rewardmodel.llama.Decoding(
                asked.temperature(), asked.topP(), 0, asked.maxTokens(), asked.seed(), asked.stop());
    }

    private void tell(Completion completion) {
        switch (completion.finish()) {
            case STOP -> sink.done(ending(Ending.Finish.STOP, completion));
            case LENGTH -> sink.done(ending(Ending.Finish.LENGTH, completion));
            case CANCELLED -> sink.failed(new Failure(Kind.CANCELLED, "cancelled"));
        }
    }

    private Ending ending(Ending.Finish finish, Completion completion) {
        var model = llama.describe();
        return new Ending(
                finish,
                completion.promptTokens(),
                completion.completionTokens(),
                "paddock",
                model.name(),
                model.weightsSha256(),
                model.engine() + ", " + model.kernel(),
                "",
                completion.completionTokens() == 0 ? null : completion.meanLogProbability());
    }
}
