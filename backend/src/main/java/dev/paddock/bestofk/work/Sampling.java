package dev.paddock.bestofk.work;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.Place;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.prompts.Prompts;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.samples.ModelAway;
import dev.paddock.samples.SoloAnswer;
import dev.paddock.samples.SoloAnswers;
import dev.paddock.samples.SoloQuestion;
import dev.paddock.shared.PutOff;
import dev.paddock.shared.Standstill;
import dev.paddock.shared.Standstills;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final RunClaims claims;
    private final Prompts prompts;
    private final Standstills standstills;

    Sampling(SoloAnswers answers, SampleTable samples, RunClaims claims, Prompts prompts, Standstills standstills) {
        this.answers = answers;
        this.samples = samples;
        this.claims = claims;
        this.prompts = prompts;
        this.standstills = standstills;
    }

    /**
     * Each sample is on record as soon as it is whole; one that fails is as well, with the reason, and the others go on.
     *
     * @throws PutOff where the model stays away; what is under way comes to its end before that
     * @throws dev.paddock.shared.Conflict when the variant is another one by now
     */
    void run(BestOfKRun run, String owner, Progress progress) throws InterruptedException {
        var missing = new ConcurrentLinkedQueue<>(samples.missing(run));
        var done = new AtomicInteger(run.samples() - missing.size());
        var hands = Math.min(answers.atOnce(run.variant()), MOST_AT_ONCE);
        var standstill = standstills.begin();
        // Platform threads: interrupting a virtual one would tear the database's socket, and with it the connection.
        var crew = Executors.newFixedThreadPool(
                hands, Thread.ofPlatform().daemon().name("best of k ", 0).factory());
        try {
            var working = new ExecutorCompletionService<Boolean>(crew);
            for (var hand = 0; hand < hands; hand++) {
                working.submit(() -> answerAll(run, owner, missing, done, standstill));
            }
            for (var ended = 0; ended < hands; ) {
                progress.at(phase(standstill), done.get(), run.samples());
                ended += isDone(working.poll(1, TimeUnit.SECONDS)) ? 1 : 0;
            }
            if (standstill.isTooLong()) {
                throw new PutOff(waiting(standstill.why().orElseThrow()));
            }
        } finally {
            // Nothing that they use may be closed while they are at work.
            crew.shutdownNow();
            crew.awaitTermination(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS);
        }
    }

    private static String phase(Standstill standstill) {
        return standstill.why().map(Sampling::waiting).orElse("sampling");
    }

    private static String waiting(String why) {
        return "waiting for the model: " + why;
    }

    private Boolean answerAll(
            BestOfKRun run, String owner, Queue<Integer> missing, AtomicInteger done, Standstill standstill)
            throws InterruptedException {
        for (var next = missing.poll(); next != null && !standstill.isTooLong(); next = missing.poll()) {
            var place = Place.of(run, next);
            var answer = answer(run, place, standstill);
            if (answer.isEmpty()) {
                return true;
            }
            if (!samples.add(run, owner, place, answer.get())) {
                throw new CancellationException();
            }
            claims.gotOn(run.id());
            done.incrementAndGet();
        }
        return true;
    }

    /** Empty where the model stays away. */
    private Optional<SoloAnswer> answer(BestOfKRun run, Place place, Standstill standstill)
            throws InterruptedException {
        while (true) {
            try {
                var answer = answers.answer(question(run, place), standstill::over);
                standstill.over();
                return Optional.of(answer);
            } catch (ModelAway away) {
                standstill.met(String.valueOf(away.getMessage()));
                if (standstill.isTooLong()) {
                    return Optional.empty();
                }
                standstill.pause();
            }
        }
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
