package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A server that takes some conversations and not others, and so many at once as its owner says at the time. */
@Timeout(60)
class RefusedByServerTest extends RemoteWorld {

    private static List<Message> asking(String question) {
        return List.of(Message.user(question), Message.assistant("two"));
    }

    @ParameterizedTest
    @CsvSource({"vllm, 20", "tei, 90"})
    void oneThatIsRefusedAmongManyIsNamedAndTheServerIsNotAway(String dialect, int longest) throws IOException {
        var brief = IntStream.range(0, 9)
                .mapToObj(i -> asking("one ".repeat(i + 1)))
                .toList();
        var tooLong = asking("three ".repeat(30));
        try (var model = open(bundle(dialect))) {
            server.longest = longest;

            assertThatExceptionOfType(NotScorable.class)
                    .isThrownBy(() -> model.scoreAll(
                            Stream.concat(brief.stream(), Stream.of(tooLong)).toList()))
                    .withMessage("The model server 'tiny-server' refuses the conversation: HTTP 413, too long.")
                    .satisfies(refused -> assertThat(refused.conversation()).isEqualTo(tooLong));
            assertThatExceptionOfType(NotScorable.class).isThrownBy(() -> model.score(tooLong));

            assertThat(model.trouble()).isEmpty();
            assertThat(model.scoreAll(brief))
                    .extracting(Score::value)
                    .containsExactlyElementsOf(
                            brief.stream().map(RemoteWorld::pair).toList());
        }
    }

    @Test
    void manyThatAreRefusedTogetherButNotAloneAreScored() throws IOException {
        var many = IntStream.range(0, 9)
                .mapToObj(i -> asking("one ".repeat(i + 1)))
                .toList();
        try (var model = open(bundle("vllm"))) {
            server.mostTogether = 4;

            assertThat(model.scoreAll(many))
                    .extracting(Score::value)
                    .containsExactlyElementsOf(
                            many.stream().map(RemoteWorld::pair).toList());
        }
    }

    @Test
    void howManyItIsAskedAtOnceFollowsItsOwner() throws Exception {
        try (var model = open(bundle("vllm"));
                var callers = Executors.newCachedThreadPool()) {
            server.slots = 1;
            model.score(asking("one"));
            server.most.set(0);
            server.slowness = Duration.ofMillis(50);

            var calls = IntStream.range(0, 6)
                    .mapToObj(_ -> callers.submit(() -> model.score(asking("one"))))
                    .toList();
            for (var call : calls) {
                call.get();
            }
            assertThat(server.most).hasValue(1);

            server.slots = 3;
            model.score(asking("one"));
            var more = IntStream.range(0, 9)
                    .mapToObj(_ -> callers.submit(() -> model.score(asking("one"))))
                    .toList();
            for (var call : more) {
                call.get();
            }
            assertThat(server.most).hasValue(3);
        }
    }

    @Test
    void oneWhoseServerIsNotKnownLeavesNothingOpen() throws IOException {
        var bundle = new ForeignBundle(new byte[0], ForeignBundle.PAIR)
                .on("vllm", "nowhere")
                .write(Files.createTempDirectory(folder, "bundle"), RemoteWorld::pair);
        var before = clients();

        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(bundle, ExecutionProviders.cpu()).close());

        assertThat(clients()).isEqualTo(before);
    }

    private static List<String> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("HttpClient-"))
                .sorted()
                .toList();
    }
}
