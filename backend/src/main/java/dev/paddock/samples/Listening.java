package dev.paddock.samples;

import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.TokenSink;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Hears one attempt: passes its text on at once, keeps it, and notes the times. */
final class Listening implements TokenSink {

    /** Far above what max_tokens comes to; a server that ignores it ends here. */
    private static final int LARGEST = 400_000;

    private final Attempt attempt;
    private final Consumer<String> live;
    private final Clock clock;
    private final Instant started;
    private final StringBuilder text = new StringBuilder();
    private final CompletableFuture<Heard> heard = new CompletableFuture<>();
    private @Nullable Instant firstToken;
    private double logprobs;
    private int logprobCount;

    Listening(Attempt attempt, Consumer<String> live, Clock clock) {
        this.attempt = attempt;
        this.live = live;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public void token(String piece, @Nullable Double logprob) {
        firstToken = firstToken == null ? clock.instant() : firstToken;
        if (text.length() + piece.length() > LARGEST) {
            throw new IllegalStateException("the answer is larger than any answer may be");
        }
        if (logprob != null) {
            logprobs += logprob;
            logprobCount++;
        }
        text.append(piece);
        live.accept(piece);
    }

    @Override
    public void done(Ending ending) {
        var outcome = outcome(ending);
        heard.complete(new Heard(attempt.ended(SampleState.FINISHED, "", text.toString(), outcome), null));
    }

    @Override
    public void failed(Failure failure) {
        var state = failure.kind() == Failure.Kind.CANCELLED ? SampleState.CANCELLED : SampleState.FAILED;
        var outcome = new Outcome("", "", "", "", started, firstToken, clock.instant(), null, null, "", "", mean());
        var reason = failure.kind().name().toLowerCase(Locale.ROOT) + ": " + failure.detail();
        heard.complete(new Heard(attempt.ended(state, reason, text.toString(), outcome), failure));
    }

    private Outcome outcome(Ending ending) {
        return new Outcome(
                ending.model(),
                ending.weightsSha256(),
                ending.engine(),
                ending.systemFingerprint(),
                started,
                firstToken,
                clock.instant(),
                ending.promptTokens(),
                ending.completionTokens(),
                ending.countedBy(),
                ending.finish().name().toLowerCase(Locale.ROOT),
                ending.meanLogprob() == null ? mean() : ending.meanLogprob());
    }

    private @Nullable Double mean() {
        return logprobCount == 0 ? null : logprobs / logprobCount;
    }

    Heard await() {
        return heard.join();
    }

    /** @param failure null when it ended well */
    record Heard(Attempted attempted, @Nullable Failure failure) {}
}
