package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class LateAnswerTest extends ScriptedWorld {

    @Test
    void anAnswerOfBeforeTheOutageDoesNotShortenTheRests() throws Exception {
        server.patience = Duration.ofSeconds(20);
        restart();
        var arrived = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        server.script = conversation -> {
            if (conversation == 3) {
                arrived.countDown();
                goOn.await();
                return Said.score(30);
            }
            return new Said(500, "");
        };
        var late = CompletableFuture.supplyAsync(() -> score(3));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        assertAway(2);

        goOn.countDown();
        assertThat(late.get(5, TimeUnit.SECONDS)).isEqualTo(30);
        pass(Duration.ofSeconds(4));
        assertAway(2);
        server.asked.clear();
        pass(Duration.ofSeconds(5));
        assertAway(2);

        assertThat(server.asked).as("it rests for six seconds the second time").isEmpty();
    }
}
