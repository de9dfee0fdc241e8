package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.bundles.PooledEncoder;
import dev.paddock.rewardmodel.inference.Batch;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.OnnxModel;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.Layout;
import dev.paddock.rewardmodel.scoring.ModelCard.Template;
import dev.paddock.rewardmodel.scoring.ModelCard.Truncation;
import dev.paddock.rewardmodel.scoring.features.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Conversations to vectors: the default encoder's blocks one after the other, then the cheap features. One text at a time, as in serving. */
public final class Embedder implements AutoCloseable {

    private final List<Block> blocks;
    private final String recipe;
    private final OnnxModel encoder;
    private final Tokenizer tokenizer;
    private final Layout layout;
    private final FeatureSet features = FeatureSet.newest();

    /** @param axes of products of prompt and answer among the blocks; null where there are none */
    public Embedder(List<Block> blocks, @Nullable Axes axes, Template template, Truncation truncation)
            throws IOException {
        this.blocks = List.copyOf(blocks);
        var onnx = DefaultEncoder.onnx();
        this.recipe = Sha256.of(onnx) + this.blocks + (axes == null ? "" : axes.sha256()) + template + truncation;
        var graph = new PooledEncoder(onnx, DefaultEncoder.WIDTH, axes).withOutputs(blocks);
        this.encoder = ExecutionProviders.cpu().open(graph, DefaultEncoder.NAME);
        try {
            this.tokenizer = tokenizer();
        } catch (IOException | RuntimeException | Error e) {
            encoder.close();
            throw e;
        }
        this.layout = new Layout(tokenizer, template, truncation);
    }

    private static Tokenizer tokenizer() throws IOException {
        var file = Files.createTempFile("tokenizer", ".json");
        try {
            Files.write(file, DefaultEncoder.tokenizer());
            return Tokenizer.open(file);
        } finally {
            Files.delete(file);
        }
    }

    /** Everything that the encoder's vectors depend on besides the text: what is kept of another recipe is none of this one's. */
    public String recipe() {
        return recipe;
    }

    /** Numbers of an encoder's vector, without the features. */
    public int width() {
        return blocks.stream().mapToInt(Block::width).sum();
    }

    /** The encoder's blocks only: the part worth caching. */
    float[] encode(List<Message> conversation) {
        var batch = Batch.of(layout.of(conversation), new float[0]);
        var wanted =
                new LinkedHashSet<>(blocks.stream().map(PooledEncoder::output).toList());
        var outputs = encoder.run(batch.inputs(encoder.inputs()), wanted);
        var vector = new float[width()];
        var at = 0;
        for (var block : blocks) {
            var part = Objects.requireNonNull(outputs.get(PooledEncoder.output(block)));
            System.arraycopy(part, 0, vector, at, block.width());
            at += block.width();
        }
        return vector;
    }

    float[] features(List<Message> conversation) {
        return features.of(conversation);
    }

    @Override
    public void close() {
        encoder.close();
        tokenizer.close();
    }
}
