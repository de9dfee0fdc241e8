package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One question that was put to many people. */
class OneConversationTest {

    private static final List<Message> QUESTION = List.of(Message.user("Tell me about fish."));

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static LabelledPair pair(int i) {
        var pair = new PreferencePair(
                QUESTION, "A fish in dish " + i + "!", "Please consult source " + i + ".", 0, "here");
        return new LabelledPair(pair, "better", null, null, true);
    }

    @Test
    void teachesAModelThatNobodyJudges() throws IOException {
        assertThat(HoldOut.contains(pair(0).pair().root())).isFalse();
        var own = IntStream.range(0, Retraining.FEWEST)
                .mapToObj(OneConversationTest::pair)
                .toList();
        var retraining = new Retraining(
                DefaultBundles.head(ModelKind.HELPFULNESS),
                "parent",
                own,
                own,
                SeedPairs.NONE,
                0,
                RetrainingTest.ORIGIN);

        var report = retraining
                .run(some -> new double[some.size()], folder.resolve("cache"), folder.resolve("out"), Progress.NONE)
                .report();

        assertThat(report.ownPairs()).isEqualTo(own.size());
        assertThat(report.figures()).isNull();
    }
}
