package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that goes away and comes back. */
@Timeout(30)
class RemoteScorerTest extends ScriptedWorld {
    @Test
    void aSlowAnswerOfBeforeAnOutageDoesNotEndIt() throws Exception {
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
        var slow = CompletableFuture.supplyAsync(() -> score(3));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
        assertAway(2);

        goOn.countDown();
        assertThat(slow.get(5, TimeUnit.SECONDS)).isEqualTo(30);

        assertThat(scorer.trouble()).isPresent();
        hasAnotherModel(Said.score(42));
        pass(Duration.ofSeconds(4));
        assertAway(2).withMessageContaining("came back with another model");
    }

    @Test
    void oneThatHangsIsLookedAfterByOneAtATimeAndNobodyWaitsForItLong() throws Exception {
        server.patience = Duration.ofSeconds(30);
        restart();
        fails();
        assertAway(2);
        var hang = new CountDownLatch(1);
        server.script = conversation -> {
            hang.await();
            return Said.score(10 * conversation);
        };
        server.asked.clear();
        pass(Duration.ofSeconds(4));
        var began = System.nanoTime();

        var many = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> assertAway(2)))
                .toList();
        for (var each : many) {
            each.get(10, TimeUnit.SECONDS);
        }
        assertAway(2).withMessageContaining("HTTP 500");

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(8));
        assertThat(server.asked).containsExactly(GOLDEN);
        hang.countDown();
        while (scorer.trouble().isPresent()) {
            Thread.sleep(10);
        }
        assertThat(score(2)).isEqualTo(20);
    }

    @Test
    void itRestsLongerAndLongerUpToAMinute() {
        fails();
        assertAway(2);

        for (var rest : List.of(3, 6, 12, 24, 48, 60, 60)) {
            server.asked.clear();
            pass(Duration.ofSeconds(rest).minusMillis(1));
            assertAway(2).matches(away -> !away.wasAsked());
            assertThat(server.asked).isEmpty();
            pass(Duration.ofMillis(2));
            assertAway(2).matches(away -> !away.wasAsked());
            assertThat(server.asked).containsExactly(GOLDEN);
        }

        server.script = conversation -> Said.score(10 * conversation);
        pass(Duration.ofMinutes(1));
        assertThat(score(2)).isEqualTo(20);
        fails();
        assertAway(2).matches(ServerAway::wasAsked);
        server.script = conversation -> Said.score(10 * conversation);
        pass(Duration.ofSeconds(4));
        assertThat(score(2)).isEqualTo(20);
    }

    @Test
    void oneThatTheOwnerTookAwayIsAwayAndRests() {
        server.unknown = new ServerAway("is not there");
        assertAway(2).withMessage("The model server 'gpu' is not there.").matches(away -> !away.wasAsked());
        assertThat(scorer.trouble()).hasValue("The model server 'gpu' is not there.");

        server.unknown = null;
        pass(Duration.ofSeconds(4));
        assertThat(score(2)).isEqualTo(20);
    }

    @Test
    void howManyQuestionsItTakesMayChange() {
        assertThat(scorer.slots()).isEqualTo(4);
        server.slots = 1;
        score(2);
        assertThat(scorer.slots()).isEqualTo(1);
    }
}
