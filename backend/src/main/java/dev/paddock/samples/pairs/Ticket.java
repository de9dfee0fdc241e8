package dev.paddock.samples.pairs;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A place in the queue for {@link Permits}, and the permits themselves once granted. Closing gives them back. */
public final class Ticket implements AutoCloseable {

    private final Permits permits;
    private final long number;
    private final List<Permits.Need> needs;
    private final Runnable giveWay;
    private final CountDownLatch granted = new CountDownLatch(1);
    private final AtomicBoolean asked = new AtomicBoolean();
    private volatile boolean live;

    Ticket(Permits permits, long number, List<Permits.Need> needs, boolean live, Runnable giveWay) {
        this.permits = permits;
        this.number = number;
        this.needs = List.copyOf(needs);
        this.live = live;
        this.giveWay = giveWay;
    }

    /** Whether the permits are here or were {@linkplain #giveUp given up}, waiting as long as that for it. */
    public boolean await(Duration patience) throws InterruptedException {
        return granted.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Wakes whoever waits here. */
    public void giveUp() {
        granted.countDown();
    }

    /** A person has taken over what was drawn ahead. */
    public void promote() {
        permits.promote(this);
    }

    @Override
    public void close() {
        permits.release(this);
    }

    boolean live() {
        return live;
    }

    long number() {
        return number;
    }

    List<Permits.Need> needs() {
        return needs;
    }

    boolean needs(UUID endpoint) {
        return permits(endpoint) > 0;
    }

    int permits(UUID endpoint) {
        return needs.stream()
                .filter(need -> need.endpoint().equals(endpoint))
                .mapToInt(Permits.Need::permits)
                .sum();
    }

    void becomeLive() {
        live = true;
    }

    void grant() {
        granted.countDown();
    }

    /** Whether it is about to give way; a person may take it over yet. */
    boolean isAsked() {
        return asked.get();
    }

    /** On a thread of its own: it is called with the permits locked. */
    void giveWay() {
        if (asked.compareAndSet(false, true)) {
            Thread.ofVirtual().start(giveWay);
        }
    }
}
