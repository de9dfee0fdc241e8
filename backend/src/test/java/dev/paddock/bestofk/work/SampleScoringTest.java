package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.bestofk.RankedBy;
import dev.paddock.bestofk.RunWish;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SampleScoringTest extends RunWorld {

    @Test
    void combinesBothRewardsAsLlama2Does() {
        rewards.serve(ModelKind.SAFETY, "dislikes-night", answer -> answer.contains("night") ? -3 : 3);
        var run = done(new RunWish(campaign.id(), variant(), 8, List.of(1.0), 1L, RankedBy.COMBINED, null, null));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(run.safetyModel()).isEqualTo("dislikes-night");
        assertThat(samples(run))
                .extracting(sample -> sample.text().contains("night"))
                .contains(true, false);
        assertThat(samples(run))
                .allSatisfy(sample -> assertThat(sample.reward())
                        .isCloseTo(
                                sigmoid(
                                        sample.text().contains("night")
                                                ? -3
                                                : sample.text().length() / 50.0 - 2),
                                within(1e-12)));
    }

    @Test
    void ranksByOneModelWhenAnotherComesToServeOnTheWay() {
        rewards.serve(ModelKind.HELPFULNESS, "former", answer -> {
            rewards.serve(ModelKind.HELPFULNESS, "successor", text -> -text.length() / 50.0);
            return 1;
        });

        var run = done(wish(20, 1.0));

        assertThat(run.helpfulnessModel()).isEqualTo("successor");
        assertThat(samples(run))
                .hasSize(40)
                .allSatisfy(sample -> assertThat(sample.helpfulness())
                        .isEqualTo(-sample.text().length() / 50.0));
    }

    @Test
    void ranksByTheModelThatHasScoredAllThoughAnotherCameToServeWhileItDid() {
        rewards.serve(ModelKind.HELPFULNESS, "former", answer -> {
            rewards.serve(ModelKind.HELPFULNESS, "successor", text -> -text.length() / 50.0);
            return answer.length() / 50.0;
        });

        var run = done(wish(2, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(run.helpfulnessModel()).isEqualTo("former");
        assertThat(samples(run))
                .hasSize(4)
                .allSatisfy(sample ->
                        assertThat(sample.helpfulness()).isEqualTo(sample.text().length() / 50.0));
    }

    @Test
    void asksAServerThatHasNoTimeForManyForOneAtATime() {
        rewards.serveSlow(ModelKind.HELPFULNESS, "slow");

        var run = done(wish(10, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(rewards.asked(ModelKind.HELPFULNESS)).startsWith(16, 1).containsOnlyOnce(16);
    }

    @Test
    void waitsForTheServerThatItsModelIsOn() {
        var asked = new AtomicInteger();
        rewards.serve(ModelKind.HELPFULNESS, "on-a-server", answer -> {
            if (asked.incrementAndGet() <= 2) {
                throw new ServerAway("is being restarted");
            }
            return answer.length() / 50.0;
        });

        var run = done(wish(10, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run)).allSatisfy(sample -> assertThat(sample.rank()).isNotNull());
    }

    @Test
    void oneTextThatAModelCannotTakeHasNoRankAndTheOthersHave() {
        rewards.serve(ModelKind.HELPFULNESS, "picky", answer -> {
            if (answer.contains("river")) {
                throw new IllegalStateException("river");
            }
            return answer.length() / 50.0;
        });

        var run = done(wish(10, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(samples(run))
                .allSatisfy(sample -> assertThat(sample.rank() == null)
                        .isEqualTo(sample.text().contains("river")));
    }
}
