package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.openai.LoopbackServer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server that really generates, two variants on it, and a campaign that draws from them. */
@BackendTest
abstract class LiveWorld {

    @Autowired
    ApplicationContext context;

    @Autowired
    Conversations conversations;

    @Autowired
    Samples samples;

    @Autowired
    LiveTurns live;

    @Autowired
    Prefetch prefetch;

    @Autowired
    TurnRuns runs;

    @Autowired
    JdbcClient database;

    final LoopbackServer server = new LoopbackServer(new Babbler(100_000, pace()));
    LiveModels models;
    Campaign campaign;

    /** Between two words of the server. */
    Duration pace() {
        return Duration.ofMillis(3);
    }

    @BeforeEach
    void world() {
        models = LiveModels.at(context, server.base(), 4, 2);
        campaign = models.campaign();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    int readyAhead(UUID prompt) {
        return database.sql("select count(*) from turn join conversation on conversation.id = conversation_id"
                        + " where prompt_id = ? and turn.state = 'ready' and turn.prefetched")
                .param(prompt)
                .query(Integer.class)
                .single();
    }

    Conversation opened() {
        var prompt = models.prompt(campaign.id(), "Opening " + UUID.randomUUID());
        return conversations.open(campaign.id(), prompt, models.olive().person());
    }

    Turn settled(Turn turn) {
        waitFor(() -> conversations.turn(turn.id()).state() != TurnState.GENERATING
                && !runs.ids().contains(turn.id()));
        return conversations.turn(turn.id());
    }

    List<Sample> pairOf(Turn turn) {
        var byId = samples.attempts(turn.id()).stream().collect(Collectors.toMap(Sample::id, Function.identity()));
        return List.of(byId.get(turn.sample(Slot.A)), byId.get(turn.sample(Slot.B)));
    }

    static void waitFor(BooleanSupplier condition) {
        var end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited long enough").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException stopping) {
                throw new AssertionError(stopping);
            }
        }
    }
}
