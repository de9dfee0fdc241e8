package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BareModels;
import dev.paddock.OnInsert;
import dev.paddock.reward.NotMeasured;
import dev.paddock.reward.Promotions;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.JobState;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A training measures its candidate against a model that others ask as well, and that may be on a server. */
class MeasuringTest extends MeasuredWorld {

    @Autowired
    Promotions promotions;

    @Test
    void waitsForTheServerAndWhereThereIsTooMuchToDo() {
        var asked = new AtomicInteger();
        serves(answer -> switch (asked.incrementAndGet()) {
            case 1 -> throw new ServerAway("is being restarted");
            case 2 -> throw new ScoringBusy();
            default -> answer.length();
        });

        var training = trained();

        assertThat(report(training).heldOut()).isPositive();
        assertThat(training.against()).isEqualTo("asked-a-lot");
    }

    @Test
    void aMomentWithoutTheDatabaseDoesNotEndIt() {
        serves(String::length);
        var asked = start();
        try (var _ = new OnInsert(jdbc, "reward_model", OnInsert.CUT_THE_FIRST_CONNECTION)) {
            worker.work();

            var cut = trainings.get(olive, asked.id());
            assertThat(cut.state()).as(cut.failure()).isEqualTo(JobState.RUNNING);
            jdbc.sql("update training set alive_at = alive_at - interval '2 minutes' where id = ?")
                    .param(asked.id())
                    .update();
            assertThat(worker.work()).isTrue();
        }

        report(trainings.get(olive, asked.id()));
    }

    @Test
    void whoLooksSeesWhatItWaitsForAndCanCancelIt() {
        serves(answer -> {
            throw new ServerAway("The model server 'scorer' does not answer.");
        });
        var asked = start();

        var working = CompletableFuture.runAsync(worker::work);
        while (!trainings.get(olive, asked.id()).progress().phase().startsWith("waiting")) {
            assertThat(working).isNotDone();
            Thread.onSpinWait();
        }
        assertThat(trainings.get(olive, asked.id()).progress().phase())
                .isEqualTo("waiting for the helpfulness reward model; see Reward models");
        trainings.cancel(olive, asked.id());
        working.join();

        assertThat(trainings.get(olive, asked.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void waitsForAModelThatIsBeingOpened() {
        rewards.serveNone(ModelKind.HELPFULNESS);
        var asked = start();

        var working = CompletableFuture.runAsync(worker::work);
        while (!trainings.get(olive, asked.id()).progress().phase().startsWith("waiting")) {
            assertThat(working).isNotDone();
            Thread.onSpinWait();
        }
        rewards.serveFake(ModelKind.HELPFULNESS);
        working.join();

        report(trainings.get(olive, asked.id()));
    }

    @Test
    void whereNothingWasHeldOutAReasonIsAskedFor() {
        serves(String::length);
        jdbc.sql("update task set chosen_by = 'uncertainty' where campaign_id = ?")
                .param(harvest.campaign)
                .update();
        var training = trained();
        assertThat(report(training).heldOut()).isZero();
        assertThat(report(training).figures()).isNull();
        var candidate = Objects.requireNonNull(training.model());
        new BareModels(jdbc).serve("helpfulness", "asked-a-lot");

        assertThatThrownBy(() -> promotions.promote(olive, candidate, "")).isInstanceOf(NotMeasured.class);
        promotions.promote(olive, candidate, "it is all there is");
    }
}
