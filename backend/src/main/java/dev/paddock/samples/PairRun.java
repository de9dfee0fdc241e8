package dev.paddock.samples;

import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.openai.Patience;
import dev.paddock.samples.pairs.NearDuplicates;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** One draw of a pair: both sides to their end, and again where they are too alike. */
final class PairRun {

    private static final int RESAMPLINGS = 2;
    private static final ExecutorService THREADS = Executors.newVirtualThreadPerTaskExecutor();

    private final PairPlanner planner;
    private final SideRun a;
    private final SideRun b;
    private volatile boolean stopped;

    PairRun(Begun draw, LiveTurn live, TurnLog log, PairPlanner planner, Patience patience, Clock clock) {
        this.planner = planner;
        this.a = side(draw, Slot.A, live, log, patience, clock);
        this.b = side(draw, Slot.B, live, log, patience, clock);
    }

    private static SideRun side(Begun draw, Slot slot, LiveTurn live, TurnLog log, Patience patience, Clock clock) {
        return new SideRun(draw, Objects.requireNonNull(draw.attempts().get(slot)), live, log, patience, clock);
    }

    /**
     * What the two sides came to.
     *
     * @param failure why there is no pair; null when there is one or it was stopped
     */
    record Result(
            Attempted a,
            Attempted b,
            boolean alike,
            @Nullable Failure failure) {

        boolean isPair() {
            return failure == null && a.isFinished() && b.isFinished();
        }

        List<Attempted> discarded(String why) {
            return List.of(a.discarded(why), b.discarded(why));
        }
    }

    /** @throws TurnLost when the turn is no longer this instance's */
    Result run(boolean together) {
        var both = together ? List.of(start(a), start(b)) : List.of(now(a), now(b));
        var result = result(await(both.get(0)), await(both.get(1)), false);
        for (var times = 0; times < RESAMPLINGS && needsAnother(result); times++) {
            result = resampled(result);
        }
        return needsAnother(result) ? settled(result) : result;
    }

    private CompletableFuture<Attempted> start(SideRun side) {
        return CompletableFuture.supplyAsync(side::answer, THREADS)
                .whenComplete((ended, lost) -> stopOtherAfter(side, lost));
    }

    private CompletableFuture<Attempted> now(SideRun side) {
        var ended = side.answer();
        stopOtherAfter(side, null);
        return CompletableFuture.completedFuture(ended);
    }

    private void stopOtherAfter(SideRun side, @Nullable Throwable lost) {
        if (lost != null || side.failure() != null) {
            (side == a ? b : a).stop();
        }
    }

    private static Attempted await(CompletableFuture<Attempted> side) {
        try {
            return side.join();
        } catch (CompletionException wrapped) {
            if (wrapped.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw wrapped;
        }
    }

    private Result result(Attempted one, Attempted other, boolean alike) {
        return new Result(one, other, alike, stopped ? null : cause());
    }

    /** The failure that began it: the other side's is only that it was stopped. */
    private @Nullable Failure cause() {
        var first = a.failure();
        var second = b.failure();
        return first == null || (first.kind() == Failure.Kind.CANCELLED && second != null) ? second : first;
    }

    private boolean needsAnother(Result result) {
        return !stopped
                && result.isPair()
                && (isPoor(result.a())
                        || isPoor(result.b())
                        || NearDuplicates.alike(result.a().text(), result.b().text()));
    }

    private static boolean isPoor(Attempted answer) {
        return NearDuplicates.isTooShort(answer.text());
    }

    private Result resampled(Result result) {
        var first = isPoor(result.a()) ? instead(a, result.a(), "hardly an answer") : result.a();
        if (a.failure() != null) {
            return result(first, result.b(), false);
        }
        var second = isPoor(result.b())
                ? instead(b, result.b(), "hardly an answer")
                : NearDuplicates.alike(first.text(), result.b().text())
                        ? instead(b, result.b(), "too like the other answer")
                        : result.b();
        return result(first, second, false);
    }

    private Attempted instead(SideRun side, Attempted old, String why) {
        return side.answerInstead(old, why, planner.again(side.attempt().side()));
    }

    /** After every resampling: an empty answer is none, anything else is kept and marked. */
    private Result settled(Result result) {
        if (result.a().text().isBlank() || result.b().text().isBlank()) {
            return new Result(
                    result.a(), result.b(), false, new Failure(Failure.Kind.BROKEN, "an empty answer, three times"));
        }
        return new Result(result.a(), result.b(), true, null);
    }

    /** The attempts both sides are at, whatever came of them. */
    List<Attempted> given(String reason) {
        return List.of(a, b).stream()
                .map(side -> side.attempt().ended(SampleState.CANCELLED, reason, "", Outcome.PENDING))
                .toList();
    }

    void stop() {
        stopped = true;
        a.stop();
        b.stop();
    }
}
