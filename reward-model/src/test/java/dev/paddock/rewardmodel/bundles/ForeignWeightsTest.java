package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that are not in the graph, but in a file beside it. */
class ForeignWeightsTest extends ForeignWorld {

    @Test
    void readsWeightsThatLieBesideTheGraph() throws IOException {
        var bundle = new ForeignBundle(
                        TinyGraph.firstToken().external("model.onnx_data").onnx(), ForeignBundle.PAIR)
                .with("model.onnx_data", TinyGraph.weights());
        open(bundle.write(folder, ForeignWorld::pair)).close();
    }

    @Test
    void refusesWeightsBesideTheGraphThatWereChanged() throws IOException {
        var bundle = new ForeignBundle(
                        TinyGraph.firstToken().external("model.onnx_data").onnx(), ForeignBundle.PAIR)
                .with("model.onnx_data", TinyGraph.weights());
        bundle.write(folder, ForeignWorld::pair);
        Files.write(folder.resolve("model.onnx_data"), new byte[TinyTokenizer.size() * Float.BYTES]);
        assertRefused(folder, "model.onnx_data is not the file it was made with");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../weights.bin", "/tmp/weights.bin", "a/../../weights.bin", "..", "./weights.bin", "sub/w.bin"})
    void refusesWeightsThatLieElsewhere(String location) throws IOException {
        Files.write(folder.resolveSibling("weights.bin"), TinyGraph.weights());
        var bundle = new ForeignBundle(TinyGraph.firstToken().external(location).onnx(), ForeignBundle.PAIR);
        assertRefused(
                bundle.write(folder, ForeignWorld::pair),
                "model.onnx keeps weights in '" + location + "', which is not the name of a file in it");
    }

    @Test
    void refusesWeightsThatLieElsewhereEvenIfTheCardVouchesForThem() throws IOException {
        var graph = TinyGraph.firstToken().external("../weights.bin").onnx();
        Files.write(folder.resolveSibling("weights.bin"), TinyGraph.weights());
        var bundle = new ForeignBundle(graph, ForeignBundle.PAIR)
                .saying(
                        "files",
                        Map.of("model.onnx", Sha256.of(graph), "../weights.bin", Sha256.of(TinyGraph.weights())));
        assertRefused(bundle.write(folder, ForeignWorld::pair), "");
    }
}
