package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.JobState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** That none served for a while says nothing of how many texts the next one takes at once. */
class WaitingForServiceTest extends RunWorld {

    private BestOfKRun run(UUID id) {
        return runs.get(olive, id);
    }

    @Test
    void theModelThatComesToServeIsAskedForManyAtOnce() throws InterruptedException {
        rewards.serveNone(ModelKind.HELPFULNESS);
        var asked = runs.start(olive, wish(10, 1.0));
        var work = Thread.ofPlatform().start(this::work);
        while (!run(asked.id()).progress().phase().contains("waiting for a helpfulness reward model")) {
            Thread.sleep(10);
        }

        rewards.serveFake(ModelKind.HELPFULNESS);
        work.join();

        assertThat(run(asked.id()).state()).as(run(asked.id()).failure()).isEqualTo(JobState.DONE);
        assertThat(rewards.asked(ModelKind.HELPFULNESS)).containsExactly(16, 4);
    }
}
