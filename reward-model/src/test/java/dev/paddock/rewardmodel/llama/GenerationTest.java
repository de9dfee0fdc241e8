package dev.paddock.rewardmodel.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.llama.Completion.Finish;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class GenerationTest {

    private static final List<Message> QUESTION = List.of(Message.user("the llama on a lama in a llama"));
    private static final TokenSink NOBODY = (text, logProbability) -> {};

    @TempDir
    static Path folder;

    private static Llama llama;

    @BeforeAll
    static void open() throws IOException {
        llama = Llama.open(TinyLlama.PLAIN.write(folder.resolve("tiny.gguf")), folder.resolve("cache"));
    }

    @AfterAll
    static void close() {
        llama.close();
    }

    private static Decoding greedy(int maxTokens) {
        return new Decoding(0, 1, 0, maxTokens, 0, List.of());
    }

    private static Decoding warm(long seed) {
        return new Decoding(1.1, 0.95, 0, 60, seed, List.of());
    }

    private static Completion answer(List<Message> conversation, Decoding decoding) {
        return llama.generate(conversation, decoding, NOBODY, new Cancellation());
    }

    private static List<Message> longConversation() {
        return List.of(
                Message.system("the ".repeat(40)),
                Message.user("llama ".repeat(20)),
                Message.assistant("on a lama"),
                Message.user("and then?"));
    }

    @Test
    void tellsPiecesThatMakeUpTheText() {
        var pieces = new ArrayList<String>();
        var sum = new double[1];
        var completion = llama.generate(
                QUESTION,
                warm(3),
                (text, logProbability) -> {
                    pieces.add(text);
                    sum[0] += logProbability;
                },
                new Cancellation());

        assertThat(pieces).doesNotContain("").hasSizeGreaterThan(3);
        assertThat(String.join("", pieces)).isEqualTo(completion.text());
        assertThat(sum[0] / completion.completionTokens()).isCloseTo(completion.meanLogProbability(), within(1e-9));
        assertThat(completion.promptTokens()).isEqualTo(llama.countTokens(QUESTION));
    }

    @Test
    void drawsTheSameTextFromTheSameSeedAndAnotherFromAnother() {
        assertThat(answer(QUESTION, warm(7))).isEqualTo(answer(QUESTION, warm(7)));
        assertThat(answer(QUESTION, warm(7)).text())
                .isNotEqualTo(answer(QUESTION, warm(8)).text());
    }

    @Test
    void answersTheSameWhetherItKnowsTheBeginningOrNot() throws IOException {
        var conversation = longConversation();
        var fresh = answer(conversation, warm(5));
        var again = answer(conversation, warm(5));
        var next = new ArrayList<>(conversation);
        next.add(Message.assistant(fresh.text()));
        next.add(Message.user("go on"));
        var known = answer(next, warm(6));

        assertThat(llama.countTokens(conversation)).isGreaterThan(2 * PrefixCache.CHUNK);
        assertThat(again).isEqualTo(fresh);
        try (var other = Llama.open(folder.resolve("tiny.gguf"), folder.resolve("cache"))) {
            assertThat(other.generate(next, warm(6), NOBODY, new Cancellation()))
                    .isEqualTo(known);
        }
    }

    @Test
    @Timeout(60)
    void saysTheSameOnTwoThreadsAtOnceAsOnOne() throws Exception {
        var serial = new ArrayList<Completion>();
        for (var seed = 0; seed < 16; seed++) {
            serial.add(answer(QUESTION, warm(seed)));
        }
        try (var threads = Executors.newFixedThreadPool(2)) {
            var parallel = new ArrayList<Completion>();
            var asked = new ArrayList<Future<Completion>>();
            for (var seed = 0; seed < 16; seed++) {
                var decoding = warm(seed);
                asked.add(threads.submit(() -> answer(QUESTION, decoding)));
            }
            for (var future : asked) {
                parallel.add(future.get());
            }
            assertThat(parallel).isEqualTo(serial);
        }
    }

    @Test
    void stopsAtTheStopTextAndLeavesItOut() {
        var whole = answer(QUESTION, warm(3)).text();
        var stop = whole.substring(4, 7);
        var completion = answer(QUESTION, new Decoding(1.1, 0.95, 0, 60, 3, List.of(stop)));

        assertThat(completion.finish()).isEqualTo(Finish.STOP);
        assertThat(completion.text()).isEqualTo(whole.substring(0, whole.indexOf(stop)));
    }

    @Test
    void endsAtTheMostTokensAllowed() {
        var completion = answer(QUESTION, greedy(5));
        assertThat(completion.finish()).isEqualTo(Finish.LENGTH);
        assertThat(completion.completionTokens()).isEqualTo(5);
    }

    @Test
    void refusesAConversationThatDoesNotFitInsteadOfCuttingIt() {
        var fits = TinyLlama.PLAIN.context() - llama.countTokens(QUESTION);

        assertThat(answer(QUESTION, greedy(fits)).promptTokens()).isPositive();
        assertThatThrownBy(() -> answer(QUESTION, greedy(fits + 1)))
                .isInstanceOfSatisfying(PromptTooLong.class, refusal -> {
                    assertThat(refusal.tokens()).isEqualTo(llama.countTokens(QUESTION));
                    assertThat(refusal.limit()).isEqualTo(refusal.tokens() - 1);
                });
    }

    @Test
    void refusesAConversationThatIsOutOfTurn() {
        for (var conversation : List.of(
                List.<Message>of(),
                List.of(Message.system("s")),
                List.of(Message.assistant("a")),
                List.of(Message.user("u"), Message.assistant("a")),
                List.of(Message.user("u"), Message.user("u")),
                List.of(Message.user("u"), Message.system("s"), Message.user("u")))) {
            assertThatThrownBy(() -> answer(conversation, greedy(5))).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void stopsWithinOneToken() {
        var cancellation = new Cancellation();
        var pieces = new ArrayList<String>();
        var completion = llama.generate(
                QUESTION,
                warm(3),
                (text, logProbability) -> {
                    pieces.add(text);
                    if (pieces.size() == 3) {
                        cancellation.cancel();
                    }
                },
                cancellation);

        assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(pieces).hasSize(3);
        assertThat(completion.text()).isEqualTo(String.join("", pieces));
    }

    @Test
    void doesNotEvenBeginWhenCancelledBefore() {
        var cancellation = new Cancellation();
        cancellation.cancel();
        var completion = llama.generate(QUESTION, greedy(9), NOBODY, cancellation);
        assertThat(completion.finish()).isEqualTo(Finish.CANCELLED);
        assertThat(completion.text()).isEmpty();
    }

    @Test
    @Timeout(60)
    void stopsInTheMiddleOfALongPrompt() throws Exception {
        var path = TinyLlama.slow().write(folder.resolve("slow.gguf"));
        try (var slow = Llama.open(path, folder.resolve("cache"));
                var threads = Executors.newSingleThreadExecutor()) {
            var begunWhole = System.nanoTime();
            slow.generate(List.of(Message.user("other ".repeat(1500))), greedy(1), NOBODY, new Cancellation());
            var whole = Duration.ofNanos(System.nanoTime() - begunWhole);
            var cancellation = new Cancellation();
            var begun = new CountDownLatch(1);
            var asked = threads.submit(() -> {
                begun.countDown();
                return slow.generate(List.of(Message.user("word ".repeat(1500))), greedy(400), NOBODY, cancellation);
            });
            begun.await();
            Thread.sleep(whole.dividedBy(5));
            assertThat(asked.isDone()).as("still reading the prompt").isFalse();
            var cancelled = System.nanoTime();
            cancellation.cancel();
            assertThat(asked.get().finish()).isEqualTo(Finish.CANCELLED);
            assertThat(asked.get().completionTokens()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - cancelled))
                    .as("what was left of the prompt is not read")
                    .isLessThan(whole.dividedBy(2));
            assertThat(slow.generate(QUESTION, greedy(3), NOBODY, new Cancellation())
                            .finish())
                    .isEqualTo(Finish.LENGTH);
        }
    }

    @Test
    void passesTheTroublesOfTheListenerOn() {
        assertThatThrownBy(() -> llama.generate(
                        QUESTION,
                        warm(1),
                        (text, logProbability) -> {
                            throw new IllegalStateException("gone");
                        },
                        new Cancellation()))
                .hasMessage("gone");
    }
}
