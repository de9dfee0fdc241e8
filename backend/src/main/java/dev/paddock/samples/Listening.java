package dev.paddock.samples;

import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.Generation;
import dev.paddock.samples.generation.TokenSink;
import dev.paddock.shared.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
    private String half = "";
    private double logprobs;
    private int logprobCount;

    Listening(Attempt attempt, Consumer<String> live, Clock clock) {
        this.attempt = attempt;
        this.live = live;
        this.clock = clock;
        this.started = clock.instant();
    }

    @Override
    public synchronized void token(String said, @Nullable Double logprob) {
        if (heard.isDone()) {
            return; // given up: the next attempt has the page
        }
        var piece = Texts.storable(whole(said));
        if (piece.isEmpty()) {
            return;
        }
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

    /** Some servers cut a character in two: its first half waits for the second. */
    private String whole(String said) {
        var all = half + said;
        var cut = !all.isEmpty() && Character.isHighSurrogate(all.charAt(all.length() - 1));
        half = cut ? all.substring(all.length() - 1) : "";
        return cut ? all.substring(0, all.length() - 1) : all;
    }

    @Override
    public synchronized void done(Ending ending) {
        var outcome = outcome(ending);
        heard.complete(new Heard(attempt.ended(SampleState.FINISHED, "", text.toString(), outcome), null));
    }

    @Override
    public synchronized void failed(Failure failure) {
        var state = failure.kind() == Failure.Kind.CANCELLED ? SampleState.CANCELLED : SampleState.FAILED;
        var outcome = new Outcome("", "", "", "", started, firstToken, clock.instant(), null, null, "", "", mean());
        var reason = failure.kind().name().toLowerCase(Locale.ROOT) + ": " + Texts.storable(failure.detail());
        heard.complete(new Heard(attempt.ended(state, reason, text.toString(), outcome), failure));
    }

    private Outcome outcome(Ending ending) {
        return new Outcome(
                Texts.storable(ending.model()),
                ending.weightsSha256(),
                Texts.storable(ending.engine()),
                Texts.storable(ending.systemFingerprint()),
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

    /** A generator that says nothing more, not even that it failed, is cancelled and taken as failed. */
    Heard await(Duration limit, Generation generation) {
        try {
            return heard.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            failed(new Failure(Failure.Kind.SLOW, "no end after " + limit.toSeconds() + " seconds"));
            generation.cancel();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            failed(new Failure(Failure.Kind.CANCELLED, "the app is stopping"));
            generation.cancel();
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
        return heard.join();
    }

    /** @param failure null when it ended well */
    record Heard(Attempted attempted, @Nullable Failure failure) {}
}
