package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.FailureCount;
import dev.paddock.bestofk.RankedSample;
import dev.paddock.bestofk.curves.Curve;
import dev.paddock.models.Models;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.JobState;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FailedSamplesTest extends RunWorld {

    @Test
    void oneThatFailsIsOnRecordWithItsReasonAndTheOthersGoOn() {
        var first = new AtomicReference<JsonNode>();
        server.alwaysFor(
                asked -> asked.toString().contains("Tell me about the herd.")
                        && asked.path("seed")
                                .equals(first.updateAndGet(seed -> seed == null ? asked.path("seed") : seed)),
                Trouble.BAD_REQUEST_400);

        var run = done(wish(3, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        var failed = samples(run).stream().filter(sample -> !sample.finished()).toList();
        assertThat(failed).singleElement().satisfies(sample -> {
            assertThat(sample.reason()).contains("no such model");
            assertThat(sample.rank()).isNull();
            assertThat(sample.provenance().seed()).isNotNull();
        });
        assertThat(runs.failures(olive, run.id()))
                .containsExactly(new FailureCount(failed.getFirst().reason(), 1));
        assertThat(runs.curves(olive, run.id()).getFirst().points())
                .extracting(Curve.Point::prompts)
                .containsExactly(1, 1, 1);
    }

    @Test
    void aPromptThatIsTooLongIsSaidAndOfAllTooLongNoneIsDone() {
        models.prompt(campaign.id(), "word ".repeat(900));
        var run = done(wish(2, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
        assertThat(runs.failures(olive, run.id())).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).startsWith("too_long");
            assertThat(failure.samples()).isEqualTo(2);
        });

        campaign = models.campaign();
        models.prompt(campaign.id(), "word ".repeat(900));
        var none = done(wish(2, 1.0));
        assertThat(none.state()).isEqualTo(JobState.FAILED);
        assertThat(none.failure()).contains("None of its samples", "too_long");
    }

    @Test
    void whatBreaksOffIsTriedOnceMore() {
        server.next(Trouble.CUT);

        var run = done(wish(2, 1.0));

        assertThat(samples(run)).allMatch(RankedSample::finished);
        assertThat(server.requests()).hasSize(5);
    }

    @Test
    void failsWhenTheVariantWasChanged() {
        var asked = runs.start(olive, wish(2, 1.0));
        context.getBean(Models.class).enable(olive, models.variants().getFirst().id(), false);

        worker.work();

        var run = runs.get(olive, asked.id());
        assertThat(run.state()).isEqualTo(JobState.FAILED);
        assertThat(run.failure()).contains("changed meanwhile");
    }
}
