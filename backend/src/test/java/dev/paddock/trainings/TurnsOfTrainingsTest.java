package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.datasets.Margin;
import dev.paddock.reward.Impostor;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A training that waits for the model which it is measured against. */
class TurnsOfTrainingsTest extends MeasuredWorld {

    private void work(int turns) throws InterruptedException {
        var work = Thread.ofPlatform().start(() -> {
            for (var turn = 0; turn < turns; turn++) {
                worker.work();
            }
        });
        var ended = work.join(Duration.ofSeconds(40));
        work.interrupt();
        work.join();
        assertThat(ended).isTrue();
    }

    private Training restIsOver(Training training) {
        jdbc.sql("update training set not_before = not_before - interval '1 minute' where id = ?")
                .param(training.id())
                .update();
        worker.work();
        return trainings.get(olive, training.id());
    }

    private String phase() {
        return jdbc.sql("select phase from training where state = 'running'")
                .query(String.class)
                .single();
    }

    @Test
    void itLetsTheNextOneHaveItsTurn() throws InterruptedException {
        serves(String::length);
        var safety = new Harvest(jdbc, "safety");
        for (var i = 0; i < 40; i++) {
            safety.said(safety.turn(safety.conversation(null, "", null), 1, "q " + i, "a", "b"))
                    .saved();
        }
        var stuck = trainings.start(olive, ModelKind.SAFETY, List.of(safety.campaign), Margin.SMALL);
        var next = start();

        work(2);

        report(trainings.get(olive, next.id()));
        var waiting = trainings.get(olive, stuck.id());
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(waiting.progress().phase()).isEqualTo("waiting for the safety reward model; see Reward models");
        assertThat(trainings.cancel(olive, stuck.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void itBeginsAgainAndAsksNothingTwice() throws InterruptedException {
        JudgesTest.heldOut("And what of that? ", 7).forEach(this::compare);
        var asked = new AtomicInteger();
        var away = new AtomicBoolean(true);
        serves(answer -> {
            if (answer.equals("Hello.")) {
                return 0;
            }
            if (asked.get() == 16 && away.get()) {
                throw new ServerAway("The model server 'scorer' does not answer.");
            }
            asked.incrementAndGet();
            return answer.length();
        });
        var training = start();
        work(1);
        assertThat(trainings.get(olive, training.id()).state()).isEqualTo(JobState.WAITING);

        away.set(false);

        assertThat(asked).as("a handful").hasValue(16);
        report(restIsOver(training));
        assertThat(asked).hasValue(2 * (HELD_OUT + 7));
    }

    @Test
    void aServerThatIsAwayIsMetBeforeAnythingIsComputed() throws InterruptedException {
        var asked = new AtomicInteger();
        var texts = ConcurrentHashMap.<String>newKeySet();
        var phases = ConcurrentHashMap.<String>newKeySet();
        serves(answer -> {
            texts.add(answer);
            phases.add(phase());
            if (asked.incrementAndGet() > 2) {
                throw new ServerAway("The model server 'scorer' does not answer.");
            }
            return answer.length();
        });
        var training = start();
        work(1);
        assertThat(texts).as("it was there, and went away").hasSizeGreaterThan(1);
        assertThat(phases).hasSizeGreaterThan(1);
        texts.clear();
        phases.clear();

        restIsOver(training);

        assertThat(texts).containsExactly("Hello.");
        assertThat(phases)
                .as("what it was at when it asked")
                .allMatch(phase -> phase.equals("starting") || phase.startsWith("waiting for"));
        assertThat(trainings.get(olive, training.id()).state()).isEqualTo(JobState.WAITING);
    }

    @Test
    void nothingIsLeftInItsFiguresOfAnotherModelThatAnsweredInItsPlace() {
        var asked = new AtomicInteger();
        var another = new Impostor();
        rewards.serve(
                ModelKind.HELPFULNESS,
                "for-a-while-another",
                answer -> {
                    if (!answer.equals("Hello.") && asked.incrementAndGet() == 3) {
                        another.isFoundOut();
                    }
                    return another.answers() ? -answer.length() : answer.length();
                },
                another);
        var training = trained();
        if (training.isPending()) {
            training = restIsOver(training);
        }

        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT);
        assertThat(Objects.requireNonNull(report(training).figures()).serving()).isZero();
    }
}
