package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.reward.Impostor;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** For a while another model, which gives 1,000 to everything, answers in the place of the one that serves. No rank is by both. */
class OtherModelTest extends RunWorld {

    private static final int IN_THE_FIRST_BATCH = 3;
    private static final int BATCHES_LATER = 20;

    /** @param asAway whether the server is taken for away when it is found out */
    private BestOfKRun runOfForty(int foundOutAfter, boolean asAway) {
        var asked = new AtomicInteger();
        var another = new Impostor();
        rewards.serve(
                ModelKind.HELPFULNESS,
                "for-a-while-another",
                answer -> {
                    if (asked.incrementAndGet() == foundOutAfter) {
                        another.isFoundOut();
                        if (asAway) {
                            throw new ServerAway("The model server 'scorer' has another model.");
                        }
                    }
                    return another.answers() ? 1_000 : answer.length() / 50.0;
                },
                another);
        return done(wish(20, 1.0));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsNotOnRecordYetIsScoredAgain(boolean asAway) {
        var run = runOfForty(IN_THE_FIRST_BATCH, asAway);

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run))
                .hasSize(40)
                .extracting(RankedSample::helpfulness)
                .allMatch(score -> score < 1_000);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void scoresOfBothOnRecordEndTheRun(boolean asAway) {
        var run = runOfForty(BATCHES_LATER, asAway);

        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure())
                .contains("another model answered in the place of for-a-while-another", "Begin another");
    }

    @Test
    void aModelOfOneEraRanksAll() {
        assertThat(runOfForty(Integer.MAX_VALUE, false).state()).isEqualTo(JobState.DONE);
    }
}
