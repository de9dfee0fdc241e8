package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunClaims;
import dev.paddock.bestofk.RunWish;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.ScoringBusy;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.JobState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class TurnsOfRunsTest extends RunWorld {

    private RunWish bySafety() {
        return new RunWish(campaign.id(), variant(), 2, List.of(1.0), 7L, RankedBy.SAFETY, null, null);
    }

    @Test
    void aRunThatNoModelCanRankLetsTheNextOneHaveItsTurn() throws InterruptedException {
        var stuck = runs.start(olive, bySafety());
        var next = runs.start(olive, wish(2, 1.0));
        var work = Thread.ofPlatform().start(() -> {
            worker.work();
            worker.work();
        });

        assertThat(work.join(Duration.ofSeconds(40))).isTrue();

        assertThat(runs.get(olive, next.id()).state()).isEqualTo(JobState.DONE);
        var waiting = runs.get(olive, stuck.id());
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(waiting.progress().phase()).as("the reason").contains("safety reward model is being opened");
        assertThat(runs.cancel(olive, stuck.id()).state()).isEqualTo(JobState.CANCELLED);
    }

    @Test
    void itGoesOnWithWhatItHasOnceAModelServes() throws InterruptedException {
        var asked = runs.start(olive, bySafety());
        var work = Thread.ofPlatform().start(worker::work);
        assertThat(work.join(Duration.ofSeconds(40))).isTrue();
        var requests = server.requests().size();
        rewards.serve(ModelKind.SAFETY, "safe", answer -> 1);
        jdbc.sql("update best_of_k_run set not_before = not_before - interval '1 minute' where id = ?")
                .param(asked.id())
                .update();

        assertThat(worker.work()).isTrue();

        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        assertThat(server.requests()).hasSize(requests);
    }

    @Test
    void aModelThatHasTooMuchToDoIsWaitedForAndLetsTheNextOneHaveItsTurn() throws InterruptedException {
        rewards.serve(ModelKind.SAFETY, "busy", _ -> {
            throw new ScoringBusy();
        });
        var stuck = runs.start(olive, bySafety());
        var work = Thread.ofPlatform().start(worker::work);

        assertThat(work.join(Duration.ofSeconds(40))).isTrue();

        var waiting = runs.get(olive, stuck.id());
        assertThat(waiting.state()).isEqualTo(JobState.WAITING);
        assertThat(waiting.progress().phase()).isEqualTo("waiting for a safety reward model: it has too much to do");
    }

    /** As where more wait in its line than it has room for. */
    @Test
    void oneThatHasTooMuchToDoForAMomentIsWaitedForInTheSameTurn() {
        var asked = new AtomicInteger();
        rewards.serve(ModelKind.SAFETY, "busy", answer -> {
            if (asked.incrementAndGet() <= 2) {
                throw new ScoringBusy();
            }
            return answer.length();
        });

        assertThat(done(bySafety()).state()).isEqualTo(JobState.DONE);
    }

    @Test
    void theRunsOfOneCampaignTakeNoPlaceFromAnother() {
        for (var i = 0; i < RunClaims.MOST_PENDING; i++) {
            runs.start(olive, wish(1, 1.0));
        }
        assertThatThrownBy(() -> runs.start(olive, wish(1, 1.0)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("this campaign");

        campaign = models.campaign();
        models.prompt(campaign.id(), "Another herd?");

        assertThat(runs.start(olive, wish(1, 1.0)).state()).isEqualTo(JobState.WAITING);
    }
}
