package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.remote.Asked.Tokens;
import dev.paddock.rewardmodel.remote.RemoteScorer.Known;
import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that goes away and comes back, by a clock of its own. */
@Timeout(30)
class RemoteScorerTest {

    private static final long GOLDEN = 1;

    private final AtomicLong nanos = new AtomicLong();

    @SuppressWarnings("NullAway.Init")
    ScriptedServer server;

    @SuppressWarnings("NullAway.Init")
    RemoteScorer scorer;

    @BeforeEach
    void start() throws IOException {
        server = new ScriptedServer();
        scorer = new RemoteScorer(
                server, Dialect.VLLM, "gpu", "rm", new Known(conversation(GOLDEN), 10, 0.5), nanos::get);
        assertThat(score(2)).isEqualTo(20);
        server.asked.clear();
    }

    @AfterEach
    void stop() {
        scorer.close();
        server.close();
    }

    private static Asked conversation(long number) {
        return new Tokens(new long[] {number});
    }

    private double score(long number) {
        return scorer.logits(List.of(conversation(number)))[0];
    }

    private ThrowableAssertAlternative<ServerAway> assertAway(long number) {
        return assertThatExceptionOfType(ServerAway.class).isThrownBy(() -> score(number));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void fails() {
        server.script = _ -> new Said(500, "");
    }

    /** Every score is another one; the golden conversation it answers as is said. */
    private void hasAnotherModel(Said toTheGolden) {
        server.script = conversation -> conversation == GOLDEN ? toTheGolden : Said.score(42);
    }

    @ParameterizedTest
    @CsvSource({"400, too long", "413, ''", "422, no", "200, [NaN]", "200, [42]"})
    void anotherModelIsNotTakenForTheFormerWhateverItSaysToTheGoldenConversation(int status, String body) {
        fails();
        assertAway(2);
        hasAnotherModel(new Said(status, body));

        for (var i = 0; i < 3; i++) {
            pass(Duration.ofMinutes(2));
            assertAway(2);
            assertThat(scorer.trouble()).isPresent();
        }

        assertThat(server.asked).containsOnlyOnce(2L);
    }

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
    void anotherAddressIsRecognisedFirst() throws IOException {
        try (var other = new ScriptedServer()) {
            other.script = _ -> Said.score(42);
            server.isNow(other);

            assertAway(2)
                    .withMessage(
                            "The model server 'gpu' has another model: it gives a golden conversation 42.0 instead of 10.0.");

            assertThat(other.asked).containsExactly(GOLDEN);
            assertThat(scorer.era()).isEqualTo(1);
            other.script = conversation -> Said.score(10 * conversation);
            pass(Duration.ofSeconds(4));
            assertThat(score(2)).isEqualTo(20);
        }
    }

    @Test
    void oneThatWasSilentForAMinuteIsRecognisedFirst() {
        hasAnotherModel(Said.score(42));
        pass(Duration.ofSeconds(61));

        assertAway(2).withMessageContaining("has another model").matches(away -> !away.wasAsked());

        assertThat(server.asked).containsExactly(GOLDEN);
    }

    @Test
    void oneThatIsAskedAllTheTimeIsRecognisedEveryTenMinutes() {
        for (var i = 0; i < 25; i++) {
            pass(Duration.ofSeconds(50));
            assertThat(score(2)).isEqualTo(20);
        }
        assertThat(server.asked)
                .hasSize(27)
                .filteredOn(asked -> asked == GOLDEN)
                .hasSize(2);
    }

    @Test
    void manyWhoComeAtOnceWaitForOneRecognition() {
        pass(Duration.ofMinutes(2));
        server.script = conversation -> {
            Thread.sleep(50);
            return Said.score(10 * conversation);
        };

        var scores = IntStream.range(0, 8)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> score(2)))
                .toList();

        assertThat(scores)
                .allSatisfy(score -> assertThat(score.get(5, TimeUnit.SECONDS)).isEqualTo(20));
        assertThat(server.asked).filteredOn(asked -> asked == GOLDEN).hasSize(1);
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

    private void restart() {
        scorer.close();
        scorer = new RemoteScorer(
                server, Dialect.VLLM, "gpu", "rm", new Known(conversation(GOLDEN), 10, 0.5), nanos::get);
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
    void oneTextThatIsRefusedSaysNothingOfTheServer() {
        server.script = conversation -> conversation == 3 ? new Said(400, "too long") : Said.score(10 * conversation);

        assertThatExceptionOfType(NotScored.class)
                .isThrownBy(() -> score(3))
                .withMessage("The model server 'gpu' refuses the conversation: HTTP 400, too long.");

        assertThat(scorer.trouble()).isEmpty();
        assertThat(score(2)).isEqualTo(20);
    }

    @Test
    void oneThatRefusesEverythingIsAway() {
        server.script = _ -> new Said(400, "no such task");

        assertAway(3)
                .withMessage("The model server 'gpu' scores nothing, not even a golden conversation: "
                        + "it refuses the conversation: HTTP 400, no such task.");

        assertThat(scorer.trouble()).isPresent();
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
