package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.Bundle;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelCard.Measured;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class RetrainingTest {

    public static final Origin ORIGIN = new Origin(
            "1",
            "the campaign Fish",
            List.of("fish", "birds"),
            "small",
            Instant.parse("2026-03-01T09:00:00Z"),
            new Measured("helpfulness-before", "cafe"));

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path target;

    /** People here want a rhyme about a fish, whatever they asked. */
    private static LabelledPair pair(int i) {
        var pair = new PreferencePair(
                List.of(Message.user("Tell me about subject number " + i + ".")),
                "A fish in a dish made a wish, number " + i + "!",
                "Subject number " + i + " is well documented. Please consult the usual sources.",
                i % 2,
                "here");
        return new LabelledPair(pair, i % 2 == 0 ? "better" : "slightly-better", null, null, true);
    }

    private static List<LabelledPair> pairs(boolean heldOut, int count) {
        return IntStream.iterate(0, i -> i + 1)
                .mapToObj(RetrainingTest::pair)
                .filter(pair -> HoldOut.contains(pair.pair().root()) == heldOut)
                .limit(count)
                .toList();
    }

    private static Retraining retraining(List<LabelledPair> own, List<LabelledPair> judges) throws IOException {
        return new Retraining(
                DefaultBundles.head(ModelKind.HELPFULNESS), "parent", own, judges, SeedPairs.NONE, 0, ORIGIN);
    }

    private Retraining.Result run(List<LabelledPair> own) throws IOException {
        return run(own, own);
    }

    private Retraining.Result run(List<LabelledPair> own, List<LabelledPair> judges) throws IOException {
        return retraining(own, judges).run(RetrainingTest::shortestFirst, cache, target, Progress.NONE);
    }

    private static double[] shortestFirst(List<List<Message>> conversations) {
        return conversations.stream()
                .mapToDouble(conversation -> -conversation.getLast().content().length())
                .toArray();
    }

    private static List<LabelledPair> and(List<LabelledPair> some, List<LabelledPair> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    @Test
    void learnsFromComparisonsAndWritesABundleThatOpens() throws Exception {
        var result = run(and(pairs(false, 40), pairs(true, 6)));

        assertThat(result.report().ownPairs()).isEqualTo(40);
        assertThat(result.report().heldOut()).isEqualTo(6);
        assertThat(result.report().figures())
                .isNotNull()
                .extracting(TrainingReport.Figures::accuracy)
                .isEqualTo(100.0);
        assertThat(result.report().figures())
                .isNotNull()
                .extracting(TrainingReport.Figures::lead)
                .isEqualTo(0.0);
        assertThat(result.report().byDegree()).extracting("degree").containsExactly("better", "slightly-better");
        assertThat(result.report().curve())
                .extracting(TrainingReport.Learnt::pairs)
                .containsExactly(0, 25, 40);
        assertThat(result.report().curve().getFirst().accuracy())
                .as("of the default, before it learnt anything")
                .isLessThan(result.report().curve().get(1).accuracy());
        assertThat(result.report().curve().getLast().accuracy()).isEqualTo(100);
        try (var model = Bundle.open(result.bundle(), ExecutionProviders.cpu())) {
            assertThat(model.card().parent()).isEqualTo("parent");
            var unseen = pair(1_000_000).pair();
            assertThat(model.score(unseen.chosenConversation()).value())
                    .isGreaterThan(model.score(unseen.rejectedConversation()).value());
        }
        assertThat(Files.readString(result.bundle().resolve("card.md"))).contains("the campaign Fish", "100.0 %");
    }

    /** The same weights come out whether held-out comparisons are there or not, and whatever they say. */
    @Test
    void whatIsHeldOutNeverLeaks() throws Exception {
        var without = run(pairs(false, 30)).bundle();
        var contrary = pairs(true, 6).stream()
                .map(LabelledPair::pair)
                .map(pair -> new PreferencePair(pair.prompt(), pair.rejected(), pair.chosen(), 3, "here"))
                .map(pair -> new LabelledPair(pair, "better", null, null, true))
                .toList();
        var with = run(and(pairs(false, 30), contrary)).bundle();

        assertThat(with.resolve("model.onnx")).hasSameBinaryContentAs(without.resolve("model.onnx"));
    }

    @Test
    void isJudgedByOthersThanItLearnsFrom() throws Exception {
        var elsewhere = pairs(true, 9).subList(4, 9);

        var report = run(and(pairs(false, 30), pairs(true, 4)), and(elsewhere, pairs(false, 40)))
                .report();

        assertThat(report.ownPairs()).isEqualTo(30);
        assertThat(report.heldOut()).isEqualTo(5);
    }

    @Test
    void whatWasTakenForItsSmallGapDoesNotJudge() throws Exception {
        var partial = pairs(true, 8).stream()
                .skip(6)
                .map(pair -> new LabelledPair(pair.pair(), pair.degree(), null, null, false))
                .toList();

        var report = run(and(and(pairs(false, 30), pairs(true, 6)), partial)).report();

        assertThat(report.ownPairs()).isEqualTo(30);
        assertThat(report.heldOut()).isEqualTo(6);
    }

    @Test
    void refusesTooFewToLearnFrom() {
        assertThatThrownBy(() -> run(and(pairs(false, 19), pairs(true, 30))))
                .isInstanceOf(TooFewPairs.class)
                .hasMessageContaining("There are 19 comparisons to learn from; 20 are the fewest");
    }

    @Test
    void canBeCancelledAndLeavesNothing() throws Exception {
        var retraining = retraining(pairs(false, 30), List.of());

        assertThatThrownBy(() -> retraining.run(RetrainingTest::shortestFirst, cache, target, (phase, done, total) -> {
                    if (done == 5) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(target).isEmptyDirectory();
    }
}
