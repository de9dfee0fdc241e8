package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pairs from elsewhere are mixed in below 500 own ones that are not held out. */
class SeedBoundaryTest {

    private static final SeedPairs SEED =
            new SeedPairs(Rhymes.pairs("What is ", false, 3), Map.of("helpful-base.jsonl.gz", "beef"));

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path target;

    /** So many comparisons of twenty conversations: few texts, that the test is quick. */
    private static Stream<PreferencePair> own(int count) {
        var few = Rhymes.pairs("Tell me about subject ", false, 20);
        return IntStream.range(0, count).mapToObj(i -> few.get(i % few.size()));
    }

    private int seedPairs(Stream<PreferencePair> own) throws IOException {
        var labelled = own.map(pair -> new LabelledPair(pair, "better", null, null, true))
                .toList();
        return Rhymes.trained(ModelKind.HELPFULNESS, labelled, List.of(), SEED, 0, cache, target)
                .report()
                .seedPairs();
    }

    @Test
    void with499TheyAre() throws IOException {
        assertThat(seedPairs(own(499))).isEqualTo(3);
    }

    @Test
    void with500TheyAreNot() throws IOException {
        assertThat(seedPairs(own(500))).isZero();
    }

    @Test
    void heldOutOnesDoNotCount() throws IOException {
        var heldOut = Rhymes.pairs("Tell me about subject ", true, 10).stream();

        assertThat(seedPairs(Stream.concat(own(499), heldOut))).isEqualTo(3);
    }
}
