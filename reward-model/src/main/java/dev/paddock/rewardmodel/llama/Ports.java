package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.paddock.rewardmodel.UnusableWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a decoder graph takes and gives, read from its session.
 *
 * @param scalars the inputs that are not the cache: input_ids, attention_mask and what else this export has
 * @param caches one entry each for the keys and the values of every layer
 * @param heads key-value heads of a layer
 * @param shared whether past and present may be one buffer, which only graphs of our own making promise
 */
record Ports(
        Set<String> scalars,
        List<Cache> caches,
        long heads,
        long headSize,
        OnnxJavaType cacheType,
        int vocabulary,
        boolean shared) {

    private static final Set<String> KNOWN =
            Set.of("input_ids", "attention_mask", "position_ids", "num_logits_to_keep", "use_cache_branch");

    record Cache(String past, String present) {}

    static Ports of(OrtSession session) throws OrtException {
        var scalars = new HashSet<String>();
        var caches = new ArrayList<Cache>();
        for (var input : session.getInputInfo().keySet()) {
            if (input.startsWith("past_key_values.")) {
                caches.add(cache(input, session));
            } else if (KNOWN.contains(input)) {
                scalars.add(input);
            } else {
                throw new UnusableWeights(
                        "The graph wants an input '%s', which nobody here can give.".formatted(input));
            }
        }
        if (caches.isEmpty()
                || !scalars.contains("input_ids")
                || !session.getOutputNames().contains("logits")) {
            throw new UnusableWeights(
                    "The graph is no decoder with a cache: it lacks input_ids, past_key_values or logits.");
        }
        return of(session, Set.copyOf(scalars), List.copyOf(caches));
    }

    private static Ports of(OrtSession session, Set<String> scalars, List<Cache> caches) throws OrtException {
        var cache = info(session.getInputInfo(), caches.getFirst().past());
        var logits = info(session.getOutputInfo(), "logits");
        var shape = cache.getShape();
        if (shape.length != 4 || shape[1] < 1 || shape[3] < 1) {
            throw new UnusableWeights("The graph's cache has no fixed number and size of heads.");
        }
        var vocabulary = logits.getShape()[logits.getShape().length - 1];
        if (vocabulary < 1 || vocabulary > Integer.MAX_VALUE) {
            throw new UnusableWeights("The graph does not say how many tokens its vocabulary has.");
        }
        var shared = session.getMetadata()
                .getCustomMetadata()
                .getOrDefault("kv.shared", "")
                .equals("1");
        return new Ports(scalars, caches, shape[1], shape[3], cache.type, (int) vocabulary, shared);
    }

    /** The bytes that keys and values of so many tokens take. */
    long cacheBytes(int tokens) {
        return caches.size() * heads * tokens * headSize * Float.BYTES;
    }

    private static TensorInfo info(Map<String, NodeInfo> nodes, String name) {
        return (TensorInfo) Objects.requireNonNull(nodes.get(name)).getInfo();
    }

    private static Cache cache(String past, OrtSession session) throws OrtException {
        var present = past.replace("past_key_values.", "present.");
        if (!session.getOutputNames().contains(present)) {
            throw new UnusableWeights("The graph takes '%s' but does not give '%s'.".formatted(past, present));
        }
        return new Cache(past, present);
    }
}
