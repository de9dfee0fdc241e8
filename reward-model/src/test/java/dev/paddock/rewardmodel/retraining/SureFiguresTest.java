package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** How sure the figures of a card are. */
class SureFiguresTest {

    private static final int CONVERSATIONS = 24;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Stream<LabelledPair> pairs(boolean heldOut, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> pair("Tell me about subject " + i, i % 2 == 0))
                .filter(pair -> HoldOut.contains(pair.pair().root()) == heldOut)
                .limit(count);
    }

    private static LabelledPair pair(String prompt, boolean rhymes) {
        var fish = "A fish in a dish made a wish!";
        var sources = "Please consult the usual sources.";
        var pair = new PreferencePair(
                List.of(Message.user(prompt)), rhymes ? fish : sources, rhymes ? sources : fish, 0, "here");
        return new LabelledPair(pair, "better", null, null, true);
    }

    /** What three people say of a pair is right or wrong together. */
    @Test
    void severalJudgementsOfOnePairMakeThemNoSurer() throws Exception {
        var judges = pairs(true, CONVERSATIONS)
                .flatMap(pair -> Collections.nCopies(3, pair).stream())
                .toList();
        var own = pairs(false, 40).toList();

        var result =
                Rhymes.trained(ModelKind.HELPFULNESS, own, judges, SeedPairs.NONE, 0, folder.resolve("cache"), folder);

        var onCard = JsonMapper.shared()
                .readTree(result.bundle().resolve("reward-model.json").toFile())
                .get("heldOut")
                .get(0);
        assertThat(onCard.get("pairs").asInt()).isEqualTo(3 * CONVERSATIONS);
        var share = onCard.get("accuracy").asDouble() / 100;
        assertThat(share).isBetween(0.2, 0.8);
        assertThat(onCard.get("standardError").asDouble())
                .isCloseTo(100 * Math.sqrt(share * (1 - share) / CONVERSATIONS), within(1.5));
    }
}
