package dev.paddock.samples.pairs;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A place in the queue for {@link Permits}, and the permits themselves once granted. Closing gives them back. */
public final class Ticket implements AutoCloseable {

    private enum Asked {
        NOT,
        LEAVING,
        STAYING
    }

    private static final Logger log = LoggerFactory.getLogger(Ticket.class);

    private final Permits permits;
    private final long number;
    private final List<Permits.Need> needs;
    private final Runnable giveWay;
    private final CountDownLatch granted = new CountDownLatch(1);
    private volatile Asked asked = Asked.NOT;
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

    boolean isAsked() {
        return asked != Asked.NOT;
    }

    /** Whether it is about to give way; a person may take it over yet. */
    boolean isLeaving() {
        return asked == Asked.LEAVING;
    }

    void becomeStaying() {
        asked = Asked.STAYING;
    }

    /** On a thread of its own: it is called with the permits locked. */
    void giveWay() {
        asked = Asked.LEAVING;
        Thread.ofVirtual().start(this::leave);
    }

    private void leave() {
        try {
            giveWay.run();
        } catch (RuntimeException failed) {
            log.warn("What was drawn ahead does not give way: {}", failed.toString());
            permits.stays(this);
        }
    }
}
