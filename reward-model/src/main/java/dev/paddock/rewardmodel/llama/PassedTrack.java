package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cache as the graph gives it: what one run returns as present is the past of the next. Works for every export. */
final class PassedTrack implements Track {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Ports ports;
    private final Map<String, OnnxTensor> pasts = new HashMap<>();
    private final float[] logits;
    private OrtSession.@Nullable Result previous;
    private int position;

    PassedTrack(OrtEnvironment environment, OrtSession session, Ports ports) throws OrtException {
        this.environment = environment;
        this.session = session;
        this.ports = ports;
        this.logits = new float[ports.vocabulary()];
        try {
            for (var cache : ports.caches()) {
                pasts.put(cache.past(), empty());
            }
        } catch (OrtException | RuntimeException | OutOfMemoryError e) {
            close();
            throw e;
        }
    }

    private OnnxTensor empty() throws OrtException {
        var nothing = ByteBuffer.allocateDirect(0).order(ByteOrder.nativeOrder());
        return OnnxTensor.createTensor(
                environment, nothing, new long[] {1, ports.heads(), 0, ports.headSize()}, ports.cacheType());
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public float[] feed(int[] tokens, int from, int to, OrtSession.RunOptions options) throws OrtException {
        try (var feed = new Feed(environment, ports, tokens, from, to, position)) {
            keep(session.run(feed.with(pasts), options));
        }
        position += to - from;
        return logits;
    }

    /** The old result goes only now: its tensors were the inputs of the run that gave this one. */
    private void keep(OrtSession.Result result) {
        if (previous == null) {
            pasts.values().forEach(OnnxTensor::close);
        } else {
            previous.close();
        }
        previous = result;
        ports.caches().forEach(cache -> pasts.put(cache.past(), tensor(result, cache.present())));
        var last = tensor(result, "logits").getFloatBuffer();
        last.get(last.limit() - logits.length, logits);
    }

    private static OnnxTensor tensor(OrtSession.Result result, String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    @Override
    public void close() {
        if (previous == null) {
            pasts.values().forEach(OnnxTensor::close);
        } else {
            previous.close();
        }
    }
}
