package dev.paddock.rewardmodel.inference;

import java.util.ArrayList;
import java.util.List;

/** Texts that wait for a device, the oldest first, and those that it has just now. One thread takes them. */
final class Line {

    private final Batching batching;
    private final List<Waiting> waiting = new ArrayList<>();
    private List<Waiting> running = List.of();
    private Thread runner = Thread.currentThread();
    private boolean ended;

    Line(Batching batching) {
        this.batching = batching;
    }

    synchronized int length() {
        return waiting.size();
    }

    synchronized void join(List<Waiting> some) {
        waiting.addAll(some);
        notifyAll();
    }

    /** What nobody waits for any more is not taken; where it runs, and nothing else does, the thread that runs it is interrupted. */
    synchronized void leave(List<Waiting> some) {
        some.forEach(Waiting::leave);
        waiting.removeIf(Waiting::isOver);
        if (!running.isEmpty() && running.stream().allMatch(Waiting::isOver)) {
            runner.interrupt();
        }
    }

    /** The next batch, once there is one; an empty one at the end. It runs until {@link #ran}. */
    synchronized List<Waiting> next() {
        while (waiting.isEmpty() && !ended) {
            pause();
        }
        if (!waiting.isEmpty()) {
            running = batching
                    .next(waiting.stream().map(each -> each.text().length()).toList())
                    .stream()
                    .map(waiting::get)
                    .toList();
            waiting.removeAll(running);
            runner = Thread.currentThread();
        }
        return running;
    }

    private synchronized void pause() {
        try {
            wait();
        } catch (InterruptedException meantForNobody) {
            // Only a thread that runs something is interrupted from here, and ran() takes it back.
        }
    }

    /** An interruption that was meant for that batch is over with it. */
    synchronized void ran() {
        running = List.of();
        Thread.interrupted();
    }

    /** There is no next batch after those that wait. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
