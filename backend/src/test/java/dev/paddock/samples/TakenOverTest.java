package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.samples.openai.Trouble;
import dev.paddock.samples.pairs.Permits;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A pair that was drawn ahead and taken over in the moment before it was known to run here. */
class TakenOverTest extends LiveWorld {

    @Autowired
    Permits permits;

    @Test
    void staysAndAnotherGivesWay() throws Exception {
        var endpoint = models.variants().getFirst().endpointId();
        var gone = new AtomicInteger();
        var needs = List.of(new Permits.Need(endpoint, 2, 4));
        server.next(Trouble.STALL, Trouble.STALL);
        try (var background = permits.request(needs, false, gone::incrementAndGet)) {
            var prompt = models.prompt(campaign.id(), "Tell me about the well.");
            prefetch.want(campaign.id(), List.of(prompt.id()));
            waitFor(() -> server.requests().size() == 2);
            var ahead = runs.ids().iterator().next();
            database.sql("update turn set prefetched = false where id = ?")
                    .param(ahead)
                    .update();

            var waiting = conversations.request(opened().id(), "I am waiting.");
            waitFor(() -> gone.get() == 1);
            background.close();

            assertThat(settled(waiting).state()).isEqualTo(TurnState.READY);
            assertThat(conversations.turn(ahead).state()).isNotEqualTo(TurnState.CANCELLED);
            conversations.cancel(ahead);
        }
    }
}
