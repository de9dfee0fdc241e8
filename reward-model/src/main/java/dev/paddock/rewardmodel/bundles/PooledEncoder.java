package dev.paddock.rewardmodel.bundles;

import static dev.paddock.rewardmodel.onnx.GraphEditor.ints;
import static dev.paddock.rewardmodel.onnx.GraphEditor.number;

import dev.paddock.rewardmodel.onnx.GraphEditor;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.Pooling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A BERT encoder whose graph is extended by pooled vectors and cut after the last layer they need. The answer's tokens are those with token
 * type 1. The same nodes serve training, where the vectors are outputs, and the finished model, where a head reads them.
 */
public final class PooledEncoder {

    /** Beyond any state, so that a token without a place in a maximum never is it. */
    private static final float FAR = 1e4f;

    private final GraphEditor graph;
    private final int width;
    private final @Nullable Axes axes;

    /**
     * @param width how many numbers a token's state has
     * @param axes of products of prompt and answer; null where none are read
     */
    public PooledEncoder(byte[] onnx, int width, @Nullable Axes axes) {
        this.graph = GraphEditor.of(onnx);
        this.width = width;
        this.axes = axes;
        addMasks();
    }

    /** The encoder with each block as an output, named {@link #output}. */
    public byte[] withOutputs(List<Block> blocks) {
        var outputs = new LinkedHashMap<String, Integer>();
        blocks.forEach(block -> outputs.put(pooled(block), width(block)));
        graph.outputs(outputs);
        return graph.pruned();
    }

    public static String output(Block block) {
        return block.tensor();
    }

    private int width(Block block) {
        return block.pooling() == Pooling.PROMPT_BY_ANSWER ? axes().width() : width;
    }

    private Axes axes() {
        return Objects.requireNonNull(axes, "A product of prompt and answer has axes");
    }

    /** The default encoder with a linear head on its blocks and the features, whose output is {@code reward}. */
    public static byte[] withHead(byte[] onnx, Head head) {
        return new PooledEncoder(onnx, DefaultEncoder.WIDTH, head.axes()).with(head);
    }

    private byte[] with(Head head) {
        var parts = new ArrayList<>(head.blocks().stream().map(this::pooled).toList());
        var featureCount = head.weights().length
                - head.blocks().stream().mapToInt(this::width).sum();
        graph.input("features", featureCount);
        parts.add("features");
        graph.node("Concat", "head.input", parts, number("axis", 1));
        graph.constant("head.weights", head.weights(), head.weights().length, 1);
        graph.constant("head.bias", new float[] {head.bias()}, 1);
        graph.node("Gemm", "reward", List.of("head.input", "head.weights", "head.bias"));
        graph.outputs(Map.of("reward", 1));
        return graph.pruned();
    }

    private void addMasks() {
        graph.node("Cast", "mask.types", List.of("token_type_ids"), number("to", 1));
        graph.node("Cast", "mask.tokens", List.of("attention_mask"), number("to", 1));
        graph.node("Sub", "mask.rest", List.of("mask.tokens", "mask.types"));
        graph.constant("mask.one", new float[] {1}, 1);
        addMask("answer", "mask.types");
        graph.integer("mask.axis", 1);
        graph.node("CumSum", "answer.positions", List.of("mask.types", "mask.axis"));
        addMaskBelow("opening", "answer.positions", Pooling.OPENING + 0.5f, "mask.types");
        graph.node("Sub", "answer.following", List.of("answer.tokens", "answer.positions"));
        addMaskBelow("closing", "answer.following", Pooling.CLOSING - 0.5f, "mask.types");
        addPromptMask();
        graph.node("CumSum", "token.positions", List.of("mask.tokens", "mask.axis"));
        graph.node("ReduceSum", "token.count", List.of("mask.tokens"), ints("axes", 1), number("keepdims", 1));
        graph.node("Sub", "token.following", List.of("token.count", "token.positions"));
        addMaskBelow("end", "token.following", 0.5f, "mask.tokens");
    }

    /** Of the tokens that are no answer all but the first, the start token, and the last two, the separators. */
    private void addPromptMask() {
        graph.node("CumSum", "rest.positions", List.of("mask.rest", "mask.axis"));
        graph.node("ReduceSum", "rest.count", List.of("mask.rest"), ints("axes", 1), number("keepdims", 1));
        graph.node("Sub", "rest.following", List.of("rest.count", "rest.positions"));
        graph.constant("rest.first", new float[] {2}, 1);
        graph.node("Sub", "rest.before", List.of("rest.first", "rest.positions"));
        graph.node("Sub", "rest.after", List.of("rest.first", "rest.following"));
        graph.node("Max", "rest.outside", List.of("rest.before", "rest.after"));
        addMaskBelow("prompt", "rest.outside", 0.5f, "mask.rest");
    }

    /** Those of some tokens whose number is below a limit. */
    private void addMaskBelow(String name, String numbers, float limit, String of) {
        graph.constant(name + ".limit", new float[] {limit}, 1);
        graph.node("Less", name + ".near", List.of(numbers, name + ".limit"));
        graph.node("Cast", name + ".weights", List.of(name + ".near"), number("to", 1));
        graph.node("Mul", name + ".types", List.of(of, name + ".weights"));
        addMask(name, name + ".types");
    }

    private void addMask(String name, String of) {
        graph.node("Unsqueeze", name + ".mask", List.of(of), ints("axes", 2));
        graph.node("ReduceSum", name + ".tokens", List.of(of), ints("axes", 1), number("keepdims", 1));
        graph.node("Max", name + ".count", List.of(name + ".tokens", "mask.one"));
    }

    private String pooled(Block block) {
        var name = block.tensor();
        if (graph.has(name)) {
            return name;
        }
        var states = states(block.layer());
        return switch (block.pooling()) {
            case ANSWER_MEAN -> mean(name, states, "answer");
            case ANSWER_OPENING -> mean(name, states, "opening");
            case ANSWER_CLOSING -> mean(name, states, "closing");
            case ANSWER_MAX -> max(name, states);
            case ANSWER_DEVIATION -> deviation(name, states);
            case START -> start(name, states);
            case END -> mean(name, states, "end");
            case PROMPT_MEAN -> mean(name, states, "prompt");
            case PROMPT_BY_ANSWER -> products(name, states);
        };
    }

    /** The name that the exporters of the Hugging Face ecosystem give to a layer's states. */
    private String states(int layer) {
        var name = "/encoder/layer." + (layer - 1) + "/output/LayerNorm/Add_1_output_0";
        var last = "last_hidden_state";
        if (!graph.has(name) && !graph.has(last)) {
            throw new IllegalArgumentException("The encoder has no layer " + layer);
        }
        return graph.has(name) ? name : last;
    }

    private String mean(String name, String states, String of) {
        graph.node("Mul", name + ".kept", List.of(states, of + ".mask"));
        graph.node("ReduceSum", name + ".sum", List.of(name + ".kept"), ints("axes", 1), number("keepdims", 0));
        return graph.node("Div", name, List.of(name + ".sum", of + ".count"));
    }

    /** Tokens outside the answer are moved out of reach; an answer without tokens has 0 throughout. */
    private String max(String name, String states) {
        graph.constant(name + ".far", new float[] {FAR}, 1);
        graph.node("Sub", name + ".outside", List.of("answer.mask", "mask.one"));
        graph.node("Mul", name + ".away", List.of(name + ".outside", name + ".far"));
        graph.node("Add", name + ".apart", List.of(states, name + ".away"));
        graph.node("ReduceMax", name + ".highest", List.of(name + ".apart"), ints("axes", 1), number("keepdims", 0));
        graph.node("Min", name + ".any", List.of("answer.tokens", "mask.one"));
        return graph.node("Mul", name, List.of(name + ".highest", name + ".any"));
    }

    private String deviation(String name, String states) {
        var mean = mean(name + ".mean", states, "answer");
        graph.node("Mul", name + ".squares", List.of(states, states));
        var ofSquares = mean(name + ".mean-of-squares", name + ".squares", "answer");
        graph.node("Mul", name + ".square-of-mean", List.of(mean, mean));
        graph.node("Sub", name + ".variance", List.of(ofSquares, name + ".square-of-mean"));
        // Rounding may leave a variance of 0 a little below it.
        graph.node("Relu", name + ".not-negative", List.of(name + ".variance"));
        return graph.node("Sqrt", name, List.of(name + ".not-negative"));
    }

    private String products(String name, String states) {
        var prompt = projected(name + ".prompt", states, "prompt", axes().prompt());
        var answer = projected(name + ".answer", states, "answer", axes().answer());
        graph.node("Unsqueeze", name + ".column", List.of(prompt), ints("axes", 2));
        graph.node("Unsqueeze", name + ".row", List.of(answer), ints("axes", 1));
        graph.node("Mul", name + ".table", List.of(name + ".column", name + ".row"));
        return graph.node("Flatten", name, List.of(name + ".table"), number("axis", 1));
    }

    private String projected(String name, String states, String of, Axes.Projection axes) {
        graph.constant(name + ".centre", axes.means(), width);
        graph.constant(name + ".axes", axes.numbers(), width, axes.rank());
        graph.node("Sub", name + ".moved", List.of(mean(name + ".mean", states, of), name + ".centre"));
        return graph.node("MatMul", name, List.of(name + ".moved", name + ".axes"));
    }

    private String start(String name, String states) {
        graph.integer(name + ".position", 0);
        return graph.node("Gather", name, List.of(states, name + ".position"), number("axis", 1));
    }
}
