package dev.paddock.rewardmodel.retraining;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Once a bundle has left the machine, only it says what its model has learnt from. */
class ProvenanceTest {

    private static final int OWN = 20;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Path bundle(SeedPairs seed) throws IOException {
        var own = Rhymes.pairs("Tell me about subject ", false, OWN).stream()
                .map(pair -> new LabelledPair(pair, "better", true, false, true))
                .toList();
        return Rhymes.trained(ModelKind.SAFETY, own, List.of(), seed, 0.5, folder.resolve("cache"), folder)
                .bundle();
    }

    private static JsonNode training(Path bundle) {
        return JsonMapper.shared()
                .readTree(bundle.resolve("reward-model.json").toFile())
                .get("training");
    }

    @Test
    void theBundleSaysWhatItsModelIsMadeOf() throws IOException {
        var bundle = bundle(new SeedPairs(Rhymes.pairs("What is ", false, 3), Map.of("helpful-a.jsonl.gz", "beef")));

        var training = training(bundle);
        assertThat(training.get("data").propertyNames())
                .containsExactlyInAnyOrder("the campaign Fish", "helpful-a.jsonl.gz");
        assertThat(training.get("data").get("helpful-a.jsonl.gz").asString()).isEqualTo("beef");
        assertThat(training.get("provenance")).isEqualTo(JsonMapper.shared().readTree("""
                {"campaigns": ["fish", "birds"], "margin": "small", "safetyWeight": 0.5, "ownPairs": 20, "seedPairs": 3,
                 "asOf": "2026-03-01T09:00:00Z", "against": {"model": "helpfulness-before", "id": "cafe"}}
                """));
        assertThat(Files.readString(bundle.resolve("card.md")))
                .contains(
                        "- Campaigns: 2\n",
                        "- Margin: small\n",
                        "- Weight of the safety loss: 0.5\n",
                        "- Pairs: 20 comparisons of its own, 3 from elsewhere\n",
                        "- Comparisons chosen at: 2026-03-01T09:00:00Z\n",
                        "- Measured against: helpfulness-before, cafe\n",
                        "- SHA-256 of helpful-a.jsonl.gz: beef\n",
                        "- SHA-256 of the campaign Fish: "
                                + training.get("data").get("the campaign Fish").asString());
    }

    @Test
    void filesThatNothingWasTakenFromAreNotNamed() throws IOException {
        var training = training(bundle(SeedPairs.NONE));

        assertThat(training.get("data").propertyNames()).containsExactly("the campaign Fish");
        assertThat(training.get("provenance").get("seedPairs").asInt()).isZero();
    }
}
