package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.BestOfKRun;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.JobState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is the server's fault is waited for, and no sample goes on record for it. */
class ServersFaultTest extends RunWorld {

    @ParameterizedTest
    @EnumSource(names = {"BAD_REQUEST_400", "UNAUTHORIZED_401", "NOT_FOUND_404", "BROKEN_500"})
    void aServerThatFailsForAllIsWaitedFor(Trouble trouble) throws InterruptedException {
        server.next(Trouble.NONE, Trouble.NONE, Trouble.NONE);
        server.always(trouble);
        var asked = runs.start(olive, wish(20, 1.0));
        var work = Thread.ofPlatform().start(worker::work);

        while (!phase(asked).contains("HTTP " + trouble.name().replaceAll("\\D", ""))) {
            assertThat(runs.get(olive, asked.id()).isPending()).isTrue();
            Thread.sleep(50);
        }
        assertThat(phase(asked)).startsWith("waiting for the model");
        assertThat(samples(asked)).hasSizeLessThanOrEqualTo(3).allMatch(RankedSample::finished);
        server.always(Trouble.NONE);

        assertThat(work.join(Duration.ofSeconds(30))).isTrue();
        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.DONE);
        assertThat(samples(asked)).hasSize(40).allMatch(RankedSample::finished);
    }

    @Test
    void aServerThatStaysAwayLetsOtherRunsHaveTheirTurn() throws InterruptedException {
        server.next(Trouble.NONE, Trouble.NONE, Trouble.NONE);
        server.always(Trouble.NOT_FOUND_404);
        var asked = runs.start(olive, wish(4, 1.0));
        var work = Thread.ofPlatform().start(worker::work);

        assertThat(work.join(Duration.ofSeconds(40))).isTrue();

        assertThat(runs.get(olive, asked.id()).state()).isEqualTo(JobState.WAITING);
        assertThat(phase(asked)).contains("HTTP 404", "it was renamed");
        assertThat(samples(asked)).hasSize(3).allMatch(RankedSample::finished);
        assertThat(worker.work()).as("it is not looked at again at once").isFalse();
    }

    private String phase(BestOfKRun run) {
        return runs.get(olive, run.id()).progress().phase();
    }
}
