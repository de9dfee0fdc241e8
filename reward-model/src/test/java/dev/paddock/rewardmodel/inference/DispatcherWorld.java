package dev.paddock.rewardmodel.inference;

import dev.paddock.rewardmodel.Dropped;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.rewardmodel.scoring.Sequence;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/** Callers side by side, and a device that runs a batch when it is let. A text scores its length, unless it is 13. */
@Timeout(60)
abstract class DispatcherWorld {

    final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
    final Semaphore begun = new Semaphore(0);
    final Semaphore let = new Semaphore(0);
    final Dispatcher dispatcher = new Dispatcher("tiny", new Batching(new BatchPolicy(100)), this::run);

    @AfterEach
    void stop() {
        let.release(1_000_000);
        dispatcher.close();
        callers.shutdownNow();
    }

    private List<Outcome> run(List<Prepared> texts) {
        batches.add(texts.stream().map(Prepared::length).toList());
        begun.release();
        try {
            let.acquire();
        } catch (InterruptedException dropped) {
            throw Dropped.interrupted();
        }
        return texts.stream().map(DispatcherWorld::outcome).toList();
    }

    private static Outcome outcome(Prepared text) {
        return text.length() == 13
                ? new Outcome.Failed(new NotScorable("Nobody scores 13.", text.conversation()))
                : new Outcome.Scored(new Score(text.length(), Provider.CUDA, Precision.FP32, text.length(), 0, 0, 0));
    }

    static Prepared text(int length) {
        return new Prepared(
                List.of(Message.user("one"), Message.assistant("two")),
                Sequence.ofOneType(new long[length]),
                new float[0],
                0,
                0);
    }

    /** Returns once it waits behind those who came before. */
    Future<List<Double>> caller(int... lengths) throws InterruptedException {
        var waiting = dispatcher.waiting() + lengths.length;
        var call = callers.submit(
                () -> dispatcher
                        .scores(IntStream.of(lengths)
                                .mapToObj(DispatcherWorld::text)
                                .toList())
                        .stream()
                        .map(Score::value)
                        .toList());
        while (dispatcher.waiting() < waiting) {
            Thread.sleep(1);
        }
        return call;
    }

    /** A batch that runs until it is let. */
    Future<List<Double>> first() throws InterruptedException {
        var call = callers.submit(
                () -> List.of(dispatcher.scores(List.of(text(99))).getFirst().value()));
        begun.acquire();
        return call;
    }

    static Throwable failure(Future<?> call) throws InterruptedException {
        while (!call.isDone()) {
            Thread.sleep(1);
        }
        return call.exceptionNow();
    }
}
