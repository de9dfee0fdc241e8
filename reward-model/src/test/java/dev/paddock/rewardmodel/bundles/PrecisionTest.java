package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a card says of a model's numbers is what batches and the golden check go by. */
class PrecisionTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static ForeignBundle inEightBits() throws IOException {
        var graph = TinyGraph.firstToken().inEightBits().onnx("rounded", DataType.FLOAT, 2);
        return new ForeignBundle(graph, ForeignBundle.PAIR).saying("output", "rounded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp32", "fp16", "bf16"})
    void refusesAGraphOfEightBitsThatItsCardCallsAnother(String precision) throws IOException {
        var bundle = inEightBits().saying("precision", precision).saying("goldenTolerance", 1);
        assertRefused(
                bundle.write(folder, ForeignWorld::pair),
                "its card says " + precision + ", but model.onnx reckons in int8 (DynamicQuantizeLinear)");
    }

    @Test
    void takesItWhereItsCardSaysSo() throws IOException {
        var bundle = inEightBits().saying("precision", "int8").saying("batchInvariant", false);
        Bundle.open(bundle.write(folder, ForeignWorld::pair), ExecutionProviders.cpu())
                .close();
    }

    @Test
    void refusesAToleranceThatLetsAnyModelThrough() throws IOException {
        var bundle = tolerating(1e300);
        assertRefused(
                bundle.write(folder, _ -> 0),
                "its goldenTolerance is 1.0E300; at most 1, or a tenth of the widest golden score, tells models apart");
    }

    @Test
    void refusesAToleranceOfMoreThanATenthOfTheWidestGoldenScore() throws IOException {
        var widest = ForeignBundle.CONVERSATIONS.stream()
                .mapToDouble(ForeignWorld::pair)
                .max()
                .orElseThrow();
        Bundle.open(tolerating(widest / 10).write(folder, ForeignWorld::pair), ExecutionProviders.cpu())
                .close();
        assertRefused(
                tolerating(widest / 10 + 0.01).write(folder, ForeignWorld::pair),
                "its goldenTolerance is " + (widest / 10 + 0.01));
    }

    private static ForeignBundle tolerating(double tolerance) throws IOException {
        return new ForeignBundle(TinyGraph.firstToken().onnx(), ForeignBundle.PAIR)
                .saying("goldenTolerance", tolerance);
    }

    private static void assertRefused(Path bundle, String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> Bundle.open(bundle, ExecutionProviders.cpu()).close())
                .withMessageContaining(reason);
    }
}
