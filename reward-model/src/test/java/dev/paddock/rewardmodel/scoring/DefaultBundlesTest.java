package dev.paddock.rewardmodel.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Servers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        "HELPFULNESS, 2a489c975b49d75c13f224befa701f345a091b9f55c0a18148da984dbed8a792",
        "SAFETY, 8df1dcdb6b12ee950e8a5a9463ebcc9cf57eaa1688baee5733f19007fd14cca6"
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

    private static double score(RewardModel model, ModelCard.Golden golden) {
        var score = model.score(golden.messages());
        assertThat(score.provider()).isEqualTo(Provider.CPU);
        assertThat(score.precision()).isEqualTo(Precision.INT8);
        return score.value();
    }
}
