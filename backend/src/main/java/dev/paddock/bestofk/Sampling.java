package dev.paddock.bestofk;

import dev.paddock.prompts.Prompts;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.training.Progress;
import dev.paddock.samples.SoloAnswers;
import dev.paddock.samples.SoloQuestion;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Generates what a run lacks, as many samples at once as the endpoint has slots; people who wait for answers there come first. */
@Component
class Sampling {

    private static final int MOST_AT_ONCE = 64;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(4);

    private final SoloAnswers answers;
    private final SampleTable samples;
    private final Prompts prompts;

    Sampling(SoloAnswers answers, SampleTable samples, Prompts prompts) {
        this.answers = answers;
        this.samples = samples;
        this.prompts = prompts;
    }

    /**
     * Each sample is on record as soon as it is whole; one that fails is as well, with the reason, and the others go on.
     *
     * @throws dev.paddock.shared.Conflict when the variant is another one by now
     */
    void run(BestOfKRun run, String owner, Progress progress) throws InterruptedException {
        var missing = new ConcurrentLinkedQueue<>(samples.missing(run));
        var done = new AtomicInteger(run.samples() - missing.size());
        var hands = Math.min(answers.atOnce(run.variant()), MOST_AT_ONCE);
        // Platform threads: interrupting a virtual one would tear the database's socket, and with it the connection.
        var crew = Executors.newFixedThreadPool(
                hands, Thread.ofPlatform().daemon().name("best of k ", 0).factory());
        try {
            var working = new ExecutorCompletionService<Boolean>(crew);
            for (var hand = 0; hand < hands; hand++) {
                working.submit(() -> answerAll(run, owner, missing, done));
            }
            for (var ended = 0; ended < hands; ) {
                progress.at(phase(run), done.get(), run.samples());
                ended += isDone(working.poll(1, TimeUnit.SECONDS)) ? 1 : 0;
            }
        } finally {
            // Nothing that they use may be closed while they are at work.
            crew.shutdownNow();
            crew.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private String phase(BestOfKRun run) {
        return answers.hindrance(run.variant()).isEmpty()
                ? "sampling"
                : "waiting for the model, which is away; see Models";
    }

    private Boolean answerAll(BestOfKRun run, String owner, Queue<Integer> missing, AtomicInteger done)
            throws InterruptedException {
        for (var next = missing.poll(); next != null; next = missing.poll()) {
            var place = Place.of(run, next);
            if (!samples.add(run, owner, place, answers.answer(question(run, place)))) {
                throw new CancellationException();
            }
            done.incrementAndGet();
        }
        return true;
    }

    private SoloQuestion question(BestOfKRun run, Place place) {
        var prompt = prompts.get(samples.prompt(run, place));
        return new SoloQuestion(
                run.variant(),
                run.revision(),
                prompt.systemText(),
                List.of(Message.user(prompt.text())),
                place.temperature(),
                place.seed());
    }

    /** What one of them met ends the others, too. */
    private static boolean isDone(@Nullable Future<Boolean> hand) throws InterruptedException {
        if (hand == null) {
            return false;
        }
        try {
            return hand.get();
        } catch (ExecutionException met) {
            switch (met.getCause()) {
                case RuntimeException known -> throw known;
                case Error known -> throw known;
                case null, default -> throw new IllegalStateException(met.getCause());
            }
        }
    }
}
