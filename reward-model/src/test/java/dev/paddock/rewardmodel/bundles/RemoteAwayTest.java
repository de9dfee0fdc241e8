package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Servers that go away and come back. */
class RemoteAwayTest extends RemoteWorld {

    @Test
    void keepsNobodyWaitingForAServerThatIsAwayAndComesBackByItself() throws Exception {
        try (var model = open(bundle("vllm"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 500, "");
            assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> model.score(HELLO));
            server.trouble = null;
            var asked = server.questions.size();

            assertThatExceptionOfType(ServerAway.class)
                    .isThrownBy(() -> model.score(HELLO))
                    .withMessageContaining("The model server 'tiny-server' fails: HTTP 500.");
            assertThat(server.questions).hasSize(asked);
            assertThat(model.trouble())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("HTTP 500"));

            assertThat(firstScoreOf(model)).isEqualTo(pair(HELLO));
            assertThat(model.trouble()).isEmpty();
        }
    }

    /** Asks until it is there again. */
    private static double firstScoreOf(RewardModel model) throws InterruptedException {
        while (true) {
            try {
                return model.score(HELLO).value();
            } catch (ServerAway rests) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void isNotTakenInByAServerThatComesBackWithAnotherModel() throws Exception {
        server.rest = Duration.ofMillis(100);
        try (var model = open(bundle("vllm"))) {
            server.trouble = exchange -> LoopbackScorer.reply(exchange, 502, "");
            assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> model.score(HELLO));

            server.trouble = exchange -> LoopbackScorer.reply(exchange, 200, one("[7]"));
            while (awayAs(model).contains("HTTP 502")) {
                Thread.sleep(10);
            }
            assertThat(awayAs(model))
                    .contains("came back with another model: it gives a golden conversation 7.0 instead of "
                            + pair(HELLO));

            server.trouble = null;
            assertThat(firstScoreOf(model)).isEqualTo(pair(HELLO));
        }
    }

    private static String awayAs(RewardModel model) {
        var away = catchThrowableOfType(ServerAway.class, () -> model.score(HELLO));
        assertThat(away).isNotNull();
        return String.valueOf(away.getMessage());
    }

    @Test
    void asksABusyServerAgain() throws IOException {
        try (var model = open(bundle("vllm"))) {
            var busy = new AtomicInteger(2);
            server.trouble = exchange -> {
                if (busy.decrementAndGet() == 0) {
                    server.trouble = null;
                }
                exchange.getResponseHeaders().set("Retry-After", "0");
                LoopbackScorer.reply(exchange, 429, "");
            };
            assertThat(model.score(HELLO).value()).isEqualTo(pair(HELLO));
            assertThat(model.trouble()).isEmpty();
        }
    }
}
