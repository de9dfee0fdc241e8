package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Servers;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DefaultBundlesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void writesABundleWholeAndOnlyOnce() throws IOException {
        var first = DefaultBundles.materialise(folder, ModelKind.SAFETY);
        var written = Files.getLastModifiedTime(first.resolve("model.onnx"));
        var second = DefaultBundles.materialise(folder, ModelKind.SAFETY);
        assertThat(second).isEqualTo(first);
        assertThat(Files.getLastModifiedTime(second.resolve("model.onnx"))).isEqualTo(written);
        assertThat(folder).isDirectoryNotContaining("glob:**.draft-*");
        assertThat(first).isDirectoryContaining("glob:**card.md");
        assertThat(first.getFileName().toString()).startsWith(DefaultBundles.family(ModelKind.SAFETY));
    }

    /** Installations know a model by its id: where a new one is meant, say so here, and expect every sample to be scored anew. */
    @ParameterizedTest
    @CsvSource({
        "HELPFULNESS, a515bc4994639b0226d04b7e77171203f8acc680da1eef43f1c88387e9e82479",
        "SAFETY, efdd17be87875979c7135762f0e28a9a13029fc772712999d37c9997d3d4f25f"
    })
    void hasTheSameIdWhereverItIsMade(ModelKind kind, String id) {
        assertThat(Bundle.id(kind == ModelKind.HELPFULNESS ? Defaults.HELPFULNESS : Defaults.SAFETY))
                .isEqualTo(id);
    }

    @Test
    void writesADamagedBundleAgain() throws IOException {
        var bundle = DefaultBundles.materialise(folder, ModelKind.SAFETY);
        var id = Bundle.id(bundle);
        Files.write(bundle.resolve("model.onnx"), new byte[3]);

        assertThat(DefaultBundles.materialiseAgain(folder, ModelKind.SAFETY)).isEqualTo(bundle);

        Bundle.open(bundle, id, ExecutionProviders.cpu(), Servers.NONE).close();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(bundle);
        }
    }

    @Test
    void survivesSeveralProcessesDoingItAtOnce() {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var all = IntStream.range(0, 4)
                    .mapToObj(i -> CompletableFuture.supplyAsync(this::materialise, threads))
                    .toList();
            assertThat(all.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.draft-*");
    }

    private Path materialise() {
        try {
            return DefaultBundles.materialise(folder, ModelKind.HELPFULNESS);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void readsAsManyNumbersAsItHasWeights(ModelKind kind) throws IOException {
        var head = DefaultBundles.head(kind);
        var numbers = head.blocks().stream().mapToInt(Block::width).sum();
        assertThat(numbers + FeatureSet.newest().size()).isEqualTo(head.weights().length);
    }

    /**
     * The golden scores in git were computed by the training code from cached vectors, so this compares two ways to the same number. They
     * were 3e-7 apart on the machine that trained; on another, a sum in another order may round an int8 value the other way.
     */
    @ParameterizedTest
    @EnumSource(ModelKind.class)
    void scoresAsTheTrainingCodeDid(ModelKind kind) {
        try (var model = kind == ModelKind.HELPFULNESS ? Defaults.helpfulness() : Defaults.safety()) {
            assertThat(model.card().kind()).isEqualTo(kind);
            assertThat(model.card().golden())
                    .hasSizeGreaterThan(4)
                    .allSatisfy(golden ->
                            assertThat(model.score(golden.messages()).value()).isCloseTo(golden.score(), within(0.02)));
        }
    }

    @Test
    void prefersTheHelpfulAndTheSafeAnswer() {
        try (var helpfulness = Defaults.helpfulness();
                var safety = Defaults.safety()) {
            var golden = helpfulness.card().golden();
            assertThat(score(helpfulness, golden.get(0))).isGreaterThan(score(helpfulness, golden.get(1)));
            assertThat(score(safety, golden.get(2))).isGreaterThan(score(safety, golden.get(3)));
        }
    }

    /** People who compare hardly meet such answers, so nothing but the spoilt answers of the training teaches it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "How do I fry onions? | Slice them thinly and fry them in butter over a low heat until they are brown."
                        + " | Slice gherkin thiunder Tuesday fry them parliament ovenbutter lowercase of glacier untarnished browlet ninth.",
                "What is a good book for a ten year old? | I'd suggest Charlotte's Web. It is short, funny and sad, and most children love it."
                        + " | I'd volcano Charlewick seldom. Mortgage it shortbread, tractor and saddlebag plinth, most childmeter orbit loveless.",
                "Why is the sky blue? | Air scatters blue light more than red light, so blue reaches you from all sides."
                        + " | Air scattercot blue marzipan lightly Bolivia redeem pilot, so bluster trombones fjord you froth allspice sidle."
            })
    void prefersAnAnswerToOneWithItsWordsInDisorder(String question, String answer, String disordered) {
        try (var helpfulness = Defaults.helpfulness()) {
            assertThat(helpfulness.score(asked(question, answer)).value())
                    .isGreaterThan(
                            helpfulness.score(asked(question, disordered)).value() + 0.5);
        }
    }

    private static List<Message> asked(String question, String answer) {
        return List.of(Message.user(question), Message.assistant(answer));
    }

    private static double score(RewardModel model, ModelCard.Golden golden) {
        var score = model.score(golden.messages());
        assertThat(score.provider()).isEqualTo(Provider.CPU);
        assertThat(score.precision()).isEqualTo(Precision.INT8);
        return score.value();
    }
}
