package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.bestofk.RankedSample;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.TurnState;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import dev.paddock.samples.openai.Trouble;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.JobState;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs whose process went away, that make room for people, or that nobody wants any more. */
class InterruptedRunsTest extends RunWorld {

    @Autowired
    Conversations conversations;

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
        assertThat(run.state()).as(run.failure()).isEqualTo(JobState.DONE);
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
        assertThat(runs.cancel(olive, waiting.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThatThrownBy(() -> runs.cancel(olive, waiting.id())).isInstanceOf(Conflict.class);

        server.always(Trouble.MUTE);
        var running = runs.start(olive, wish(2, 1.0));
        var work = Thread.ofPlatform().start(worker::work);
        while (server.requests().isEmpty()) {
            Thread.sleep(20);
        }
        runs.cancel(olive, running.id());
        assertThat(work.join(Duration.ofSeconds(10))).isTrue();

        assertThat(runs.get(olive, running.id()).state()).isEqualTo(JobState.CANCELLED);
        assertThat(samples(running)).isEmpty();
        assertThatThrownBy(() -> runs.curves(olive, running.id())).isInstanceOf(Conflict.class);
    }
}
