package dev.paddock.rewardmodel.bundles;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.paddock.rewardmodel.inference.Batching;
import dev.paddock.rewardmodel.inference.OnnxRewardModel;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.ModelCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@link TinyGraph}s as models and as bundles. */
public final class TinyModels {

    private TinyModels() {}

    /** A bundle whose model does not get through more than so many tokens. */
    public static Path greedyBeyondTokens(Path folder, int tokens) throws IOException {
        return bundle(TinyGraph.firstToken().greedyBeyondTokens(tokens), "greedy")
                .write(folder, ForeignWorld::pair);
    }

    /** A bundle whose model takes short conversations, and breaks on one as long as its card allows. */
    public static Path brokenBeyondTokens(Path folder, int tokens) throws IOException {
        return bundle(TinyGraph.firstToken().withPlaces(tokens), "placed").write(folder, ForeignWorld::pair);
    }

    /** A bundle whose model has words for conversations alone whose turns are in order. */
    public static Path chat(Path folder) throws IOException {
        return new ForeignBundle(TinyGraph.lastToken().onnx(), ForeignBundle.LLAMA3)
                .write(folder, ForeignWorld::llama3);
    }

    private static ForeignBundle bundle(TinyGraph graph, String output) throws IOException {
        return new ForeignBundle(graph.onnx(output, DataType.FLOAT, 2), ForeignBundle.PAIR).saying("output", output);
    }

    public static OnnxRewardModel open(
            Path folder, TinyGraph graph, String output, Batching batching, ExecutionProviders providers)
            throws IOException {
        var bundle = bundle(graph, output).write(Files.createTempDirectory(folder, "bundle"), _ -> 0);
        var card = Bundle.JSON.readValue(Files.readAllBytes(bundle.resolve(Bundle.CARD)), ModelCard.class);
        return new OnnxRewardModel(
                card,
                "tiny",
                providers.open(bundle.resolve(Bundle.MODEL)),
                Tokenizer.open(bundle.resolve(Bundle.TOKENIZER)),
                batching);
    }
}
