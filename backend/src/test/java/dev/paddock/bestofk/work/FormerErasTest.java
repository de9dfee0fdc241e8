package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.OnInsert;
import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.RunWish;
import dev.paddock.reward.Impostor;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Scores of a run are on record when the server turns out to have had another model, or when the model is merely opened anew. */
class FormerErasTest extends RunWorld {

    private static final int IN_THE_SECOND_BATCH = 20;

    private final Impostor another = new Impostor();

    private double length(String answer) {
        return answer.length() / 50.0;
    }

    private void servesOnServer(Impostor inItsPlace) {
        rewards.serve(ModelKind.HELPFULNESS, "on-a-server", this::length, inItsPlace);
    }

    private static void assertFoundOut(BestOfKRun run) {
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure()).contains("another model answered in the place of on-a-server", "Begin another");
    }

    @Test
    void oneThatIsFoundOutWhileTheOtherKindIsScoredEndsTheRun() {
        servesOnServer(another);
        rewards.serve(ModelKind.SAFETY, "safe", answer -> {
            another.isFoundOut();
            return 1;
        });

        assertFoundOut(done(new RunWish(campaign.id(), variant(), 2, List.of(1.0), 7L, RankedBy.COMBINED, null, null)));
    }

    @Test
    void oneThatIsFoundOutBetweenTwoTurnsEndsTheRun() {
        servesOnServer(another);
        var asked = runs.start(olive, wish(2, 1.0));
        try (var _ = new OnInsert(jdbc, "best_of_k_rank", OnInsert.CUT_THE_FIRST_CONNECTION)) {
            worker.work();
        }
        assertThat(runs.get(olive, asked.id()).isPending()).isTrue();

        another.isFoundOut();
        jdbc.sql("update best_of_k_run set alive_at = alive_at - interval '2 minutes' where id = ?")
                .param(asked.id())
                .update();
        worker.work();

        assertFoundOut(runs.get(olive, asked.id()));
    }

    /** From the model to the successor and back to the model that was opened anew, twenty answers each. */
    private BestOfKRun thereAndBack(boolean foundOut) {
        var asked = new AtomicInteger();
        rewards.serve(
                ModelKind.HELPFULNESS,
                "on-a-server",
                answer -> {
                    if (asked.incrementAndGet() == IN_THE_SECOND_BATCH) {
                        rewards.serve(ModelKind.HELPFULNESS, "successor", text -> {
                            if (asked.incrementAndGet() == 2 * IN_THE_SECOND_BATCH) {
                                servesOnServer(new Impostor());
                            }
                            return 1;
                        });
                        if (foundOut) {
                            another.isFoundOut();
                        }
                    }
                    return length(answer);
                },
                another);
        return done(wish(20, 1.0));
    }

    @Test
    void oneThatIsFoundOutAndPutBackIntoServiceEndsTheRun() {
        assertFoundOut(thereAndBack(true));
    }

    @Test
    void oneThatIsPutBackIntoServiceRanksTheRun() {
        assertRanked(thereAndBack(false));
    }

    @Test
    void oneThatIsOpenedAnewWhileItScoresRanksTheRun() {
        var asked = new AtomicInteger();
        rewards.serve(
                ModelKind.HELPFULNESS,
                "on-a-server",
                answer -> {
                    if (asked.incrementAndGet() == IN_THE_SECOND_BATCH) {
                        servesOnServer(new Impostor());
                    }
                    return length(answer);
                },
                another);

        assertRanked(done(wish(20, 1.0)));
    }

    private void assertRanked(BestOfKRun run) {
        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(run.helpfulnessModel()).isEqualTo("on-a-server");
        assertThat(samples(run)).hasSize(40).extracting(RankedSample::rank).doesNotContainNull();
    }
}
