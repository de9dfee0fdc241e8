package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.Map;

/** The small inputs of one run: whichever of them the graph has. */
final class Feed implements AutoCloseable {

    private final OrtEnvironment environment;
    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    Feed(OrtEnvironment environment, Ports ports, int[] tokens, int from, int to, int position) throws OrtException {
        this.environment = environment;
        try {
            for (var name : ports.scalars()) {
                tensors.put(name, tensor(name, tokens, from, to, position));
            }
        } catch (OrtException | RuntimeException | OutOfMemoryError e) {
            close();
            throw e;
        }
    }

    private OnnxTensor tensor(String name, int[] tokens, int from, int to, int position) throws OrtException {
        return switch (name) {
            case "input_ids" -> row(to - from, i -> tokens[from + i]);
            case "attention_mask" -> row(position + to - from, i -> 1);
            case "position_ids" -> row(to - from, i -> position + i);
            case "num_logits_to_keep" -> OnnxTensor.createTensor(environment, 1L);
            case "use_cache_branch" -> OnnxTensor.createTensor(environment, new boolean[] {position > 0});
            default -> throw new IllegalStateException("No value for input " + name);
        };
    }

    private interface Element {
        long at(int index);
    }

    private OnnxTensor row(int length, Element element) throws OrtException {
        var values = new long[length];
        for (var i = 0; i < length; i++) {
            values[i] = element.at(i);
        }
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, length});
    }

    Map<String, OnnxTensorLike> with(Map<String, OnnxTensor> caches) {
        var all = new HashMap<String, OnnxTensorLike>(tensors);
        all.putAll(caches);
        return all;
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
