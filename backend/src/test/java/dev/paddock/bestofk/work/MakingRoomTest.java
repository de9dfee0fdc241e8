package dev.paddock.bestofk.work;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.RankedSample;
import dev.paddock.samples.Conversations;
import dev.paddock.samples.LiveModels;
import dev.paddock.samples.TurnState;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class MakingRoomTest extends RunWorld {

    @Autowired
    Conversations conversations;

    @Test
    void asManySamplesGiveTheirPlacesUpAsOnePersonNeedsAndTheOthersGoOn() throws InterruptedException {
        try (var slow = new LoopbackServer(new Babbler(200, Duration.ofMillis(60)))) {
            models = LiveModels.at(context, slow.base(), 8, 1);
            campaign = models.campaign();
            var prompt = models.prompt(campaign.id(), "Tell me about the herd.");
            var asked = runs.start(olive, wish(8, 1.0));
            var work = Thread.ofPlatform().start(worker::work);
            while (slow.requests().size() < 8) {
                Thread.sleep(10);
            }

            var conversation = conversations.open(campaign.id(), prompt, olive.person());
            var turn = conversations.request(conversation.id(), "Hello there.");
            while (conversations.turn(turn.id()).state() == TurnState.GENERATING) {
                Thread.sleep(20);
            }

            assertThat(conversations.turn(turn.id()).state()).isEqualTo(TurnState.READY);
            assertThat(work.join(Duration.ofSeconds(30))).isTrue();
            assertThat(slow.hungUp()).isLessThanOrEqualTo(2);
            assertThat(samples(asked)).hasSize(8).allMatch(RankedSample::finished);
        }
    }
}
