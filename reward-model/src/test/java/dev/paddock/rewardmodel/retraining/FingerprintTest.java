package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** By its hash on a card one sees whether two trainings had the same comparisons. */
class FingerprintTest {

    private static final List<Message> PROMPT = List.of(Message.user("Tell me about fish."));
    private static final PreferencePair PAIR = new PreferencePair(PROMPT, "A wish.", "See there.", 1, "here");

    private static String of(PreferencePair... pairs) throws IOException {
        var own = List.of(pairs).stream()
                .map(pair -> new LabelledPair(pair, "better", null, null, true))
                .toList();
        return new Retraining(
                        DefaultBundles.head(ModelKind.HELPFULNESS),
                        "parent",
                        own,
                        List.of(),
                        SeedPairs.NONE,
                        0,
                        RetrainingTest.ORIGIN)
                .fingerprint();
    }

    @Test
    void saysWhatWasAskedChosenAndRejectedByHowMuchAndWhere() throws IOException {
        var other = List.of(Message.user("Tell me about birds."));

        assertThat(List.of(
                        of(PAIR),
                        of(PAIR, PAIR),
                        of(new PreferencePair(other, "A wish.", "See there.", 1, "here")),
                        of(new PreferencePair(PROMPT, "A dish.", "See there.", 1, "here")),
                        of(new PreferencePair(PROMPT, "A wish.", "See here.", 1, "here")),
                        of(new PreferencePair(PROMPT, "A wish.", "See there.", 0, "here")),
                        of(new PreferencePair(PROMPT, "A wish.", "See there.", 1, "there"))))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysNothingOfHowTheRejectedAnswerCameAbout() throws IOException {
        var rejectedPrompt = List.of(Message.user("Tell me about birds."));

        assertThat(of(new PreferencePair(PROMPT, "A wish.", "See there.", 1, "here", rejectedPrompt)))
                .isEqualTo(of(PAIR));
    }

    @Test
    void saysNothingOfWhatIsHeldOut() throws IOException {
        var heldOut = Stream.iterate(0, i -> i + 1)
                .map(i -> List.of(Message.user("Tell me about fish " + i + ".")))
                .map(prompt -> new PreferencePair(prompt, "A wish.", "See there.", 1, "here"))
                .filter(pair -> HoldOut.contains(pair.root()))
                .findFirst()
                .orElseThrow();

        assertThat(of(PAIR, heldOut)).isEqualTo(of(PAIR));
    }
}
