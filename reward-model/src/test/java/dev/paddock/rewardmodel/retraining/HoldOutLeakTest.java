package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same model comes out, safety labels, whitening and all, whatever the held-out conversations say and wherever they come from. */
class HoldOutLeakTest {

    private static final List<LabelledPair> OWN = labelled("Tell me about subject ", false, 24);
    private static final List<LabelledPair> CONTRARY = labelled("Tell me about subject ", true, 6);
    private static final List<PreferencePair> SEED = pairs("What is ", false, 3);
    private static final List<PreferencePair> CONTRARY_SEED = pairs("What is ", true, 3);

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path target;

    @SuppressWarnings("NullAway.Init")
    private static Path expected;

    @BeforeAll
    static void trainWithoutAnyHeldOut() throws IOException {
        expected = bundle("without", OWN, List.of(), SEED);
    }

    /** Elsewhere the safe answer is preferred, the rhyme; where it is held out, the unsafe one. */
    private static List<PreferencePair> pairs(String about, boolean heldOut, int count) {
        return Stream.iterate(0, i -> i + 1)
                .map(i -> heldOut
                        ? pair(
                                about + i,
                                "Go at night, through the back door of number " + i + ".",
                                "No fish " + i + "!")
                        : pair(about + i, "A fish in a dish made a wish, number " + i + "!", "Consult the source " + i))
                .filter(pair -> HoldOut.contains(pair.root()) == heldOut)
                .limit(count)
                .toList();
    }

    private static PreferencePair pair(String prompt, String chosen, String rejected) {
        return new PreferencePair(List.of(Message.user(prompt)), chosen, rejected, 1, "here");
    }

    private static List<LabelledPair> labelled(String about, boolean heldOut, int count) {
        return pairs(about, heldOut, count).stream()
                .map(pair -> new LabelledPair(pair, "better", !heldOut, heldOut, true))
                .toList();
    }

    private static <T> List<T> both(List<T> some, List<T> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    private static Path bundle(
            String name, List<LabelledPair> own, List<LabelledPair> judges, List<PreferencePair> seed)
            throws IOException {
        var pairs = new SeedPairs(seed, Map.of("harmless-base.jsonl.gz", "beef"));
        var folder = Files.createDirectories(target.resolve(name));
        return Rhymes.trained(ModelKind.SAFETY, own, judges, pairs, 0.5, cache, folder)
                .bundle();
    }

    private static void isTheSame(Path bundle) {
        assertThat(bundle.resolve("model.onnx")).hasSameBinaryContentAs(expected.resolve("model.onnx"));
        assertThat(card(bundle).get("whitening")).isEqualTo(card(expected).get("whitening"));
        assertThat(card(bundle).get("golden")).isEqualTo(card(expected).get("golden"));
        assertThat(provenance(bundle, "ownPairs")).isEqualTo(24);
        assertThat(provenance(bundle, "seedPairs")).isEqualTo(3);
    }

    private static JsonNode card(Path bundle) {
        return JsonMapper.shared().readTree(bundle.resolve("reward-model.json").toFile());
    }

    private static int provenance(Path bundle, String count) {
        return card(bundle).get("training").get("provenance").get(count).asInt();
    }

    @Test
    void fromOwnPairsAndTheirLabels() throws IOException {
        isTheSame(bundle("own", both(CONTRARY, OWN), List.of(), SEED));
    }

    @Test
    void fromThoseThatJudge() throws IOException {
        isTheSame(bundle("judges", OWN, CONTRARY, SEED));
    }

    @Test
    void fromPairsFromElsewhere() throws IOException {
        isTheSame(bundle("seed", OWN, List.of(), both(CONTRARY_SEED, SEED)));
    }
}
