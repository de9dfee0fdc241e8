package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ListeningTest extends LiveWorld {

    @Autowired
    PairPlanner planner;

    final StringBuilder page = new StringBuilder();
    Listening listening;

    @BeforeEach
    void listen() {
        var question = new Question(campaign.id(), UUID.randomUUID(), "", List.of(Message.user("Hello there.")));
        var side = planner.plan(question, Set.of()).getFirst();
        listening = new Listening(new Attempt(UUID.randomUUID(), side), page::append, Clock.systemUTC());
    }

    @Test
    void aGeneratorThatFallsSilentIsCancelledAndTakenAsFailed() {
        var cancels = new AtomicInteger();
        listening.token("Once upon", null);

        var heard = listening.await(Duration.ofMillis(100), cancels::incrementAndGet);
        listening.token(" a time", null);

        assertThat(heard.attempted().state()).isEqualTo(SampleState.FAILED);
        assertThat(heard.attempted().text()).isEqualTo("Once upon");
        assertThat(heard.failure()).extracting(Failure::kind).isEqualTo(Failure.Kind.SLOW);
        assertThat(cancels).hasValue(1);
        assertThat(page).hasToString("Once upon");
    }

    @Test
    void passesOnNothingThatTheDatabaseRefuses() {
        listening.token("a\0b", null);
        listening.token("\0", null);
        listening.token("c\ud83d", null);
        listening.token("\ud83e\udd99", null);
        listening.done(new Ending(Ending.Finish.STOP, 1, 1, "server", "model\0", "", "engine", "", null));

        var heard = listening.await(Duration.ofSeconds(1), () -> {});
        assertThat(heard.attempted().text()).isEqualTo("abc\ud83e\udd99");
        assertThat(heard.attempted().outcome().modelReported()).isEqualTo("model");
        assertThat(page).hasToString("abc\ud83e\udd99");
    }

    @Test
    void aCharacterThatAServerCutsInTwoIsWhole() {
        listening.token("a\ud83e", null);
        listening.token("\udd99b", null);
        listening.done(new Ending(Ending.Finish.STOP, 1, 1, "server", "model", "", "engine", "", null));

        assertThat(listening.await(Duration.ofSeconds(1), () -> {}).attempted().text())
                .isEqualTo("a\ud83e\udd99b");
    }
}
