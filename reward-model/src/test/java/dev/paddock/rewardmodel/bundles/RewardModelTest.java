package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RewardModelTest {

    private static final RewardModel MODEL = Defaults.helpfulness();

    @AfterAll
    static void close() {
        MODEL.close();
    }

    /** A dynamically quantised model's scores depend on what else is in a batch, so it must never see two texts at once. */
    @Test
    void scoresManyExactlyAsOneByOne() {
        var conversations = Defaults.conversations(40);
        var together = MODEL.scoreAll(conversations).stream().map(Score::value).toList();
        var alone = conversations.stream().map(MODEL::score).map(Score::value).toList();
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void scoresTheSameFromManyThreads() {
        var conversations = Defaults.conversations(64);
        var expected =
                conversations.stream().map(MODEL::score).map(Score::value).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var scores = conversations.stream()
                    .map(conversation -> CompletableFuture.supplyAsync(
                            () -> MODEL.score(conversation).value(), threads))
                    .toList();
            assertThat(scores.stream().map(CompletableFuture::join)).isEqualTo(expected);
        }
    }

    @Test
    void saysWhatItReadAndHowLongItTook() {
        var score = MODEL.score(Defaults.exchange("Hello?", "Hello."));
        assertThat(score.tokens()).isEqualTo(9);
        assertThat(score.microsInference()).isPositive();
        assertThat(score.microsTokenising()).isNotNegative();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\n\n",
                "\uD83E\uDD99\uD83E\uDD99",
                "\uD83E",
                "[SEP] [CLS] [PAD]",
                "\u0000\u0007",
                "日本語の答え",
                "a\u0301\u0301\u0301"
            })
    void givesOddTextsAFiniteScore(String answer) {
        assertThat(MODEL.score(Defaults.exchange(answer, answer)).value()).isFinite();
    }

    @Test
    void readsTheBeginningOfAnEndlessAnswerInBoundedTime() {
        var started = System.nanoTime();
        var score = MODEL.score(
                Defaults.exchange("why? ".repeat(200_000), "x".repeat(100_000) + " because ".repeat(100_000)));
        assertThat(score.value()).isFinite();
        assertThat(score.tokens()).isLessThanOrEqualTo(128 + 256 + 3);
        assertThat((System.nanoTime() - started) / 1e9).isLessThan(5);
    }

    @Test
    void wantsAnAnswerAtTheEnd() {
        assertThatExceptionOfType(NotScorable.class).isThrownBy(() -> MODEL.score(List.of()));
        assertThatExceptionOfType(NotScorable.class)
                .isThrownBy(() -> MODEL.score(List.of(Message.user("Hello?"))))
                .withMessageContaining("it is the user's");
        assertThatExceptionOfType(NotScorable.class)
                .isThrownBy(() -> MODEL.scoreAll(List.of(Defaults.exchange("a", "b"), List.of(Message.system("c")))));
    }

    @Test
    void scoresNothingAsNothing() {
        assertThat(MODEL.scoreAll(List.of())).isEmpty();
    }

    @Test
    void waitsForRunningCallsBeforeItClosesAndRefusesLaterOnes() {
        var model = Defaults.helpfulness();
        var conversations = Defaults.conversations(60);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = conversations.stream()
                    .map(conversation -> CompletableFuture.supplyAsync(() -> outcome(model, conversation), threads))
                    .toList();
            calls.getFirst().join();
            model.close();
            model.close();
            assertThat(calls.stream().map(CompletableFuture::join))
                    .allMatch(outcome -> outcome.equals("scored") || outcome.contains("closed"))
                    .contains("scored");
        }
        assertThatIllegalStateException()
                .isThrownBy(() -> model.score(conversations.getFirst()))
                .withMessageContaining("closed");
    }

    private static String outcome(RewardModel model, List<Message> conversation) {
        try {
            return Double.isFinite(model.score(conversation).value()) ? "scored" : "not finite";
        } catch (IllegalStateException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
