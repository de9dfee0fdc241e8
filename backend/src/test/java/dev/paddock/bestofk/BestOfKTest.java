package dev.paddock.bestofk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.models.Models;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.TurnState;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.Conflict;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;

class BestOfKTest extends RunWorld {

    @Autowired
    Conversations conversations;

    @Test
    void samplesRanksAndDrawsTheCurves() {
        var run = done(wish(3, 1.2, 0.6));

        assertThat(run.state()).as(run.failure()).isEqualTo(BestOfKRun.State.DONE);
        assertThat(run.helpfulnessModel()).isEqualTo("likes-long");
        assertThat(run.safetyModel()).isNull();
        assertThat(run.temperatures()).containsExactly(0.6, 1.2);
        var samples = samples(run);
        assertThat(samples).extracting(RankedSample::place).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(samples)
                .extracting(RankedSample::prompt)
                .containsExactlyElementsOf(java.util.stream.Stream.concat(
                                Collections.nCopies(6, first.id()).stream(),
                                Collections.nCopies(6, second.id()).stream())
                        .toList());
        assertThat(samples)
                .extracting(sample -> sample.provenance().temperature())
                .containsExactly(0.6, 0.6, 0.6, 1.2, 1.2, 1.2, 0.6, 0.6, 0.6, 1.2, 1.2, 1.2);
        assertThat(samples).allSatisfy(sample -> {
            assertThat(sample.finished()).isTrue();
            assertThat(sample.text()).startsWith("the ");
            assertThat(sample.helpfulness()).isEqualTo(sample.text().length() / 50.0 - 2);
            assertThat(sample.reward()).isCloseTo(sigmoid(sample.text().length() / 50.0 - 2), within(1e-12));
            assertThat(sample.provenance().promptSha256()).hasSize(64);
            assertThat(sample.provenance().variantRevision()).isEqualTo(run.revision());
            assertThat(sample.outcome().modelReported()).isEqualTo("babbler-1");
            assertThat(sample.outcome().completionTokens()).isPositive();
            assertThat(sample.outcome().finishedAt()).isNotNull();
        });
        assertThat(samples).extracting(sample -> sample.provenance().seed()).doesNotHaveDuplicates();
        assertRanked(samples);
        assertCurves(run, samples);
    }

    private static void assertRanked(List<RankedSample> samples) {
        var groups = samples.stream()
                .collect(Collectors.groupingBy(
                        sample -> sample.prompt() + " " + sample.provenance().temperature()));
        assertThat(groups).hasSize(4);
        assertThat(groups.values()).allSatisfy(group -> {
            assertThat(group).extracting(RankedSample::rank).containsExactlyInAnyOrder(1, 2, 3);
            for (var one : group) {
                for (var other : group) {
                    if (one.text().length() > other.text().length()) {
                        assertThat(one.rank()).isLessThan(other.rank());
                    }
                }
            }
        });
    }

    /** The largest of all three is what the best of three is, of one the mean. */
    private void assertCurves(BestOfKRun run, List<RankedSample> samples) {
        var curves = runs.curves(olive, run.id());
        assertThat(curves).extracting(Curve::temperature).containsExactly(0.6, 1.2);
        for (var curve : curves) {
            var rewards = samples.stream()
                    .filter(sample -> Objects.equals(sample.provenance().temperature(), curve.temperature()))
                    .toList();
            var best = rewards.stream()
                    .filter(sample -> Objects.equals(sample.rank(), 1))
                    .mapToDouble(RankedSample::reward)
                    .average()
                    .orElseThrow();
            var mean =
                    rewards.stream().mapToDouble(RankedSample::reward).average().orElseThrow();
            assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(1, 2, 3);
            assertThat(curve.points()).extracting(Curve.Point::prompts).containsOnly(2);
            assertThat(curve.points().getFirst().maximum().mean()).isCloseTo(mean, within(1e-9));
            assertThat(curve.points().getLast().maximum().mean()).isCloseTo(best, within(1e-9));
        }
    }

    @Test
    void goesOnWhereAProcessThatWentAwayWas() throws InterruptedException {
        server.next(Trouble.NONE, Trouble.NONE, Trouble.NONE);
        server.always(Trouble.MUTE);
        var asked = runs.start(olive, wish(4, 1.0));
        var dying = Thread.ofPlatform().start(worker::work);
        while (samples(asked).size() < 3 || server.requests().size() < 7) {
            Thread.sleep(20);
        }
        dying.interrupt();
        assertThat(dying.join(Duration.ofSeconds(10))).isTrue();
        server.always(Trouble.NONE);
        var kept = samples(asked);
        assertThat(kept).hasSize(3);
        assertThat(worker.work()).as("its last sign of life was a moment ago").isFalse();
        jdbc.sql("update best_of_k_run set alive_at = alive_at - interval '2 minutes', owner = 'killed' where id = ?")
                .param(asked.id())
                .update();

        assertThat(worker.work()).isTrue();

        assertThat(server.requests()).hasSize(7 + 5);
        var run = runs.get(olive, asked.id());
        assertThat(run.state()).as(run.failure()).isEqualTo(BestOfKRun.State.DONE);
        assertThat(samples(run))
                .hasSize(8)
                .extracting(RankedSample::id)
                .containsAll(kept.stream().map(RankedSample::id).toList());
        assertThat(claims.alive(asked.id(), "killed", "late", 1, 1)).isFalse();
        assertThat(samples(run))
                .extracting(RankedSample::text)
                .containsExactlyElementsOf(samples(done(wish(4, 1.0))).stream()
                        .map(RankedSample::text)
                        .toList());
    }

    @Test
    void oneThatFailsIsOnRecordWithItsReasonAndTheOthersGoOn() {
        server.next(Trouble.BAD_REQUEST_400);

        var run = done(wish(3, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(BestOfKRun.State.DONE);
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
                .containsExactly(2, 2, 1);
    }

    @Test
    void aPromptThatIsTooLongIsSaidAndOfAllTooLongNoneIsDone() {
        models.prompt(campaign.id(), "word ".repeat(900));
        var run = done(wish(2, 1.0));

        assertThat(run.state()).as(run.failure()).isEqualTo(BestOfKRun.State.DONE);
        assertThat(runs.failures(olive, run.id())).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).startsWith("too_long");
            assertThat(failure.samples()).isEqualTo(2);
        });

        campaign = models.campaign();
        models.prompt(campaign.id(), "word ".repeat(900));
        var none = done(wish(2, 1.0));
        assertThat(none.state()).isEqualTo(BestOfKRun.State.FAILED);
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
    void givesItsPlaceUpToPeopleAndGeneratesTheSampleAnew() throws InterruptedException {
        try (var slow = new LoopbackServer(new Babbler(200, Duration.ofMillis(30)))) {
            models = LiveModels.at(context, slow.base(), 1, 1);
            campaign = models.campaign();
            var prompt = models.prompt(campaign.id(), "Tell me about the herd.");
            var asked = runs.start(olive, wish(4, 1.0));
            var work = Thread.ofPlatform().start(worker::work);
            while (slow.requests().isEmpty()) {
                Thread.sleep(20);
            }

            var conversation = conversations.open(campaign.id(), prompt, olive.person());
            var turn = conversations.request(conversation.id(), "Hello there.");
            while (conversations.turn(turn.id()).state() == TurnState.GENERATING) {
                Thread.sleep(20);
            }

            assertThat(conversations.turn(turn.id()).state()).isEqualTo(TurnState.READY);
            assertThat(slow.hungUp()).isOne();
            assertThat(runs.get(olive, asked.id()).isPending()).isTrue();
            assertThat(work.join(Duration.ofSeconds(30))).isTrue();
            assertThat(samples(asked)).hasSize(4).allMatch(RankedSample::finished);
        }
    }

    @Test
    void cancelsOneThatWaitsAtOnceAndOneThatRunsSoon() throws InterruptedException {
        var waiting = runs.start(olive, wish(2, 1.0));
        assertThat(runs.cancel(olive, waiting.id()).state()).isEqualTo(BestOfKRun.State.CANCELLED);
        assertThatThrownBy(() -> runs.cancel(olive, waiting.id())).isInstanceOf(Conflict.class);

        server.always(Trouble.MUTE);
        var running = runs.start(olive, wish(2, 1.0));
        var work = Thread.ofPlatform().start(worker::work);
        while (server.requests().isEmpty()) {
            Thread.sleep(20);
        }
        runs.cancel(olive, running.id());
        assertThat(work.join(Duration.ofSeconds(10))).isTrue();

        assertThat(runs.get(olive, running.id()).state()).isEqualTo(BestOfKRun.State.CANCELLED);
        assertThat(samples(running)).isEmpty();
        assertThatThrownBy(() -> runs.curves(olive, running.id())).isInstanceOf(Conflict.class);
    }

    @Test
    void theSameSeedAsksForTheSameSamples() {
        var once = samples(done(wish(3, 0.9)));
        var again = samples(done(wish(3, 0.9)));

        assertThat(again)
                .extracting(RankedSample::text)
                .containsExactlyElementsOf(once.stream().map(RankedSample::text).toList());
    }

    @Test
    void failsWhenTheVariantWasChanged() {
        var asked = runs.start(olive, wish(2, 1.0));
        context.getBean(Models.class).enable(olive, models.variants().getFirst().id(), false);

        worker.work();

        var run = runs.get(olive, asked.id());
        assertThat(run.state()).isEqualTo(BestOfKRun.State.FAILED);
        assertThat(run.failure()).contains("changed meanwhile");
    }

    @Test
    void whatIsOnRecordStaysAsItWas() {
        var run = done(wish(2, 1.0));

        for (var table : List.of("best_of_k_sample", "best_of_k_rank")) {
            assertThatThrownBy(() -> jdbc.sql("delete from " + table + " where run_id = ?")
                            .param(run.id())
                            .update())
                    .isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("stay on record");
        }
    }
}
