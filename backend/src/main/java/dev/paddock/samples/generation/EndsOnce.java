package dev.paddock.samples.generation;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Lets one ending through and nothing after it, whoever comes first: the stream, the watchdog or a cancel. */
public final class EndsOnce implements TokenSink {

    private final TokenSink sink;
    private final AtomicBoolean ended = new AtomicBoolean();

    public EndsOnce(TokenSink sink) {
        this.sink = sink;
    }

    public boolean hasEnded() {
        return ended.get();
    }

    @Override
    public void token(String text, @Nullable Double logprob) {
        if (!ended.get()) {
            sink.token(text, logprob);
        }
    }

    @Override
    public void done(Ending ending) {
        if (ended.compareAndSet(false, true)) {
            sink.done(ending);
        }
    }

    @Override
    public void failed(Failure failure) {
        if (ended.compareAndSet(false, true)) {
            sink.failed(failure);
        }
    }
}
