package dev.paddock.samples.generation;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Keeps all that a generation says. */
public final class Recorded implements TokenSink {

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final List<Object> endings = new CopyOnWriteArrayList<>();
    private final CountDownLatch some;
    private final CountDownLatch end = new CountDownLatch(1);

    public Recorded() {
        this(1);
    }

    public Recorded(int some) {
        this.some = new CountDownLatch(some);
    }

    @Override
    public void token(String text, @Nullable Double logprob) {
        tokens.add(text);
        some.countDown();
    }

    @Override
    public void done(Ending ending) {
        endings.add(ending);
        end.countDown();
    }

    @Override
    public void failed(Failure failure) {
        endings.add(failure);
        end.countDown();
    }

    public Recorded awaitEnd() throws InterruptedException {
        if (!end.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("no ending; so far: " + text());
        }
        return this;
    }

    public Recorded awaitSome() throws InterruptedException {
        if (!some.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("too few tokens: " + text() + endings);
        }
        return this;
    }

    public String text() {
        return String.join("", tokens);
    }

    public int count() {
        return tokens.size();
    }

    public List<Object> endings() {
        return endings;
    }

    public Ending ending() {
        return (Ending) endings.getFirst();
    }

    public Failure failure() {
        return (Failure) endings.getFirst();
    }
}
