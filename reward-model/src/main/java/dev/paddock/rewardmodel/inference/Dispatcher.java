package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.inference.Outcome.Failed;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Puts the texts of all callers into batches, which one thread runs one after another. Nobody waits for a batch to become full: what waits
 * when the device is free goes. The line has room for so many texts, and those of one call take up no more than a part of it at a time; a
 * call whose thread is interrupted, as nobody waits for it any more, leaves the line, and what nobody waits for is not computed to its end.
 */
final class Dispatcher implements AutoCloseable {

    static final int MOST_WAITING = 1_024;
    static final int MOST_OF_ONE_CALL = 256;

    private final Function<List<Prepared>, List<Outcome>> inference;
    private final Turnstile room = new Turnstile(MOST_WAITING);
    private final Line line;
    private final Thread thread;

    Dispatcher(String name, Batching batching, Function<List<Prepared>, List<Outcome>> inference) {
        this.inference = inference;
        this.line = new Line(batching);
        this.thread = Thread.ofPlatform().daemon().name("batches of " + name).start(this::dispatch);
    }

    int waiting() {
        return line.length();
    }

    /**
     * In the given order.
     *
     * @throws ScoringBusy where there was no room in the line for too long
     */
    List<Score> scores(List<Prepared> texts) {
        var scores = new Score[texts.size()];
        var byLength = IntStream.range(0, texts.size())
                .boxed()
                .sorted(Comparator.comparing(i -> texts.get(i).length()))
                .toList();
        for (var from = 0; from < byLength.size(); from += MOST_OF_ONE_CALL) {
            var some = byLength.subList(from, Math.min(from + MOST_OF_ONE_CALL, byLength.size()));
            var scored = room.through(
                    some.size(), () -> awaited(some.stream().map(texts::get).toList()));
            for (var i = 0; i < some.size(); i++) {
                scores[some.get(i)] = scored.get(i);
            }
        }
        return Arrays.asList(scores);
    }

    private List<Score> awaited(List<Prepared> texts) {
        var mine = texts.stream().map(Waiting::new).toList();
        line.join(mine);
        try {
            return mine.stream().map(Waiting::score).toList();
        } finally {
            line.leave(mine);
        }
    }

    private void dispatch() {
        for (var batch = line.next(); !batch.isEmpty(); batch = line.next()) {
            var outcomes = outcomes(batch.stream().map(Waiting::text).toList());
            line.ran();
            for (var i = 0; i < batch.size(); i++) {
                batch.get(i).over(outcomes.get(i));
            }
        }
    }

    private List<Outcome> outcomes(List<Prepared> texts) {
        try {
            return inference.apply(texts);
        } catch (RuntimeException e) {
            return Collections.nCopies(texts.size(), new Failed(e));
        } catch (Throwable e) {
            // A thread that ended would leave all others waiting.
            return Collections.nCopies(texts.size(), new Failed(new IllegalStateException(e)));
        }
    }

    /** Waits for those who are in the line; later ones get an {@link IllegalStateException}. */
    @Override
    public void close() {
        room.shut(() -> {
            line.end();
            awaitEnd();
        });
    }

    /** However long it takes: closing a native session under a run would take the whole process down. */
    private void awaitEnd() {
        var interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
