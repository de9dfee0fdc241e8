package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.remote.Asked.Tokens;
import dev.paddock.rewardmodel.remote.RemoteScorer.Known;
import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A scorer of a server that does what is written down for it, by a clock of its own. */
abstract class ScriptedWorld {

    static final long GOLDEN = 1;

    final AtomicLong nanos = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    ScriptedServer server;

    @SuppressWarnings("NullAway.Init")
    RemoteScorer scorer;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        scorer = opened();
        assertThat(score(2)).isEqualTo(20);
        server.asked.clear();
    }

    RemoteScorer opened() {
        return new RemoteScorer(
                server, Dialect.VLLM, "gpu", "rm", new Known(conversation(GOLDEN), 10, 0.5), nanos::get);
    }

    void restart() {
        scorer.close();
        scorer = opened();
        assertThat(score(2)).isEqualTo(20);
    }

    @AfterEach
    void stop() {
        scorer.close();
        server.close();
    }

    static Asked conversation(long number) {
        return new Tokens(new long[] {number});
    }

    double score(long number) {
        return scorer.logits(List.of(conversation(number)))[0];
    }

    ThrowableAssertAlternative<ServerAway> assertAway(long number) {
        return assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> score(number));
    }

    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    void fails() {
        server.script = _ -> new Said(500, "");
    }

    /** Every score is another one; the golden conversation it answers as is said. */
    void hasAnotherModel(Said toTheGolden) {
        server.script = conversation -> conversation == GOLDEN ? toTheGolden : Said.score(42);
    }
}
