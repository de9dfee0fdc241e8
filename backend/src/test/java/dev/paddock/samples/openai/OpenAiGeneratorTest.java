package dev.paddock.samples.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.samples.generation.Babbler;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.GenerationRequest;
import dev.paddock.samples.generation.Recorded;
import dev.paddock.samples.generation.TextGenerator;
import dev.paddock.samples.generation.TextGeneratorContract;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OpenAiGeneratorTest extends TextGeneratorContract {

    private static final Patience SHORT = new Patience(
            Duration.ofSeconds(2), Duration.ofMillis(1500), Duration.ofMillis(500), Duration.ofSeconds(6), 300_000);
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().factory());

    private final LoopbackServer server = new LoopbackServer(new Babbler(1_000_000, Duration.ofMillis(5)));

    @AfterEach
    void close() {
        server.close();
    }

    @Override
    protected TextGenerator generator() {
        return at(server.base(), SHORT);
    }

    private static TextGenerator at(URI base, Patience patience) {
        var there = new Server("loopback", () -> base, () -> Optional.of("s3cret"), "babbler-1", "", 4096);
        return new OpenAiGenerator(there, patience, OpenAiGenerator.client(patience), CLOCK);
    }

    @ParameterizedTest
    @CsvSource({
        "STALL, STALLED",
        "CUT, BROKEN",
        "NO_END, BROKEN",
        "MALFORMED, BROKEN",
        "ERROR_CHUNK, BROKEN",
        "ENDLESS, BROKEN",
        "SLOW_FIRST_TOKEN, SLOW",
        "MUTE, SLOW",
        "REDIRECT, REFUSED",
        "BAD_REQUEST_400, REFUSED"
    })
    void failsPlainlyOnA(Trouble trouble, Failure.Kind expected) throws Exception {
        server.always(trouble);
        var heard = answered();

        assertThat(heard.failure().kind()).as(heard.failure().detail()).isEqualTo(expected);
        assertThat(server.requests()).as("sent once").hasSize(1);
        assertThat(heard.failure().detail()).doesNotContain("s3cret");
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "NO_USAGE", "ODD_FRAMING"})
    void readsAStreamWith(Trouble oddity) throws Exception {
        server.always(oddity);
        var heard = answered();

        assertThat(heard.text()).startsWith("the ");
        assertThat(heard.ending().model()).isEqualTo("babbler-1");
        assertThat(heard.ending().systemFingerprint()).isEqualTo("fp-7");
        assertThat(heard.ending().countedBy()).isEqualTo(oddity == Trouble.NO_USAGE ? "" : "server");
    }

    @ParameterizedTest
    @EnumSource(names = {"TOO_MANY_429", "UNAVAILABLE_503"})
    void asksOnceMoreWhenTheServerIsBusy(Trouble busy) throws Exception {
        server.next(busy);
        var heard = answered();

        assertThat(heard.text()).startsWith("the ");
        assertThat(server.requests()).hasSize(2);
        assertThat(server.requests().get(0)).isEqualTo(server.requests().get(1));
    }

    @Test
    void asksNoThirdTime() throws Exception {
        server.next(Trouble.UNAVAILABLE_503, Trouble.UNAVAILABLE_503);

        assertThat(answered().failure().kind()).isEqualTo(Failure.Kind.BUSY);
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheServerSays() throws Exception {
        server.next(Trouble.TOO_MANY_429);
        var start = System.nanoTime();
        answered();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(950));
    }

    @Test
    void noticesAStallLongBeforeTheWholeTimeIsOver() throws Exception {
        server.always(Trouble.STALL);
        var start = System.nanoTime();
        answered();

        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(SHORT.total().dividedBy(2));
    }

    @Test
    void saysWhenNobodyIsThere() throws Exception {
        var away = server.base();
        server.close();
        var heard = new Recorded();
        at(away, SHORT).generate(request(), heard);

        assertThat(heard.awaitEnd().failure().kind()).isEqualTo(Failure.Kind.UNREACHABLE);
        assertThat(at(away, SHORT).health().up()).isFalse();
    }

    @Test
    void isUpWhenTheServerListsItsModels() {
        assertThat(generator().health().up()).isTrue();
    }

    @Test
    void alwaysSaysHowToDecode() throws Exception {
        answered();
        var body = server.requests().getFirst();

        assertThat(body.path("temperature").asDouble()).isEqualTo(1.0);
        assertThat(body.path("top_p").asDouble()).isEqualTo(0.95);
        assertThat(body.path("max_tokens").asInt()).isEqualTo(40);
        assertThat(body.path("seed").asInt()).isEqualTo(7);
        assertThat(body.path("stop").valueStream().map(stop -> stop.asString())).containsExactly("farmer");
        assertThat(body.path("stream").asBoolean()).isTrue();
        assertThat(body.path("stream_options").path("include_usage").asBoolean())
                .isTrue();
        assertThat(body.has("n")).isFalse();
        assertThat(server.authorizations()).containsOnly("Bearer s3cret");
    }

    @Test
    void hangsUpOnACancel() throws Exception {
        server.always(Trouble.STALL);
        var heard = new Recorded(2);
        var generation = at(server.base(), Patience.USUAL).generate(request(), heard);
        heard.awaitSome();
        var start = System.nanoTime();
        generation.cancel();
        heard.awaitEnd();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(300));
        for (var wait = 0; server.hungUp() == 0 && wait < 50; wait++) {
            Thread.sleep(50);
        }
        assertThat(server.hungUp()).isEqualTo(1);
    }

    @Test
    void cancelsWhileTheServerIsStillMute() throws Exception {
        server.always(Trouble.MUTE);
        var heard = new Recorded();
        var generation = at(server.base(), Patience.USUAL).generate(request(), heard);
        Thread.sleep(200);
        generation.cancel();

        assertThat(heard.awaitEnd().failure().kind()).isEqualTo(Failure.Kind.CANCELLED);
    }

    private Recorded answered() throws InterruptedException {
        var heard = new Recorded();
        generator().generate(request(), heard);
        return heard.awaitEnd();
    }

    private static GenerationRequest request() {
        return new GenerationRequest(List.of(Message.user("Hello there")), decoding(40, 7, "farmer"));
    }
}
