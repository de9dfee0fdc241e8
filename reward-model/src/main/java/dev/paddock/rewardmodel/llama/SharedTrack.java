package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The cache as one buffer per layer and side, given to the graph as past and as present at once: attention then writes only the new rows.
 * The memory lies outside Java's heap and outside the limit on its direct buffers.
 */
final class SharedTrack implements Track {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Ports ports;
    private final int capacity;
    private final Arena arena = Arena.ofShared();
    private final List<MemorySegment> buffers = new ArrayList<>();
    private final Map<String, OnnxTensor> pasts = new HashMap<>();
    private final Map<String, OnnxTensor> outputs = new HashMap<>();
    private final FloatBuffer logitsBuffer;
    private final float[] logits;
    private int position;

    SharedTrack(OrtEnvironment environment, OrtSession session, Ports ports, int capacity) throws OrtException {
        this.environment = environment;
        this.session = session;
        this.ports = ports;
        this.capacity = capacity;
        this.logits = new float[ports.vocabulary()];
        try {
            this.logitsBuffer = floats(allocate(ports.vocabulary()));
            outputs.put("logits", OnnxTensor.createTensor(environment, logitsBuffer, new long[] {1, 1, logits.length}));
            allocateCaches();
        } catch (OrtException | RuntimeException | OutOfMemoryError e) {
            close();
            throw e;
        }
    }

    private void allocateCaches() throws OrtException {
        for (var cache : ports.caches()) {
            var buffer = allocate(ports.heads() * capacity * ports.headSize());
            var tensor = OnnxTensor.createTensor(environment, floats(buffer), shape());
            buffers.add(buffer);
            pasts.put(cache.past(), tensor);
            outputs.put(cache.present(), tensor);
        }
    }

    private MemorySegment allocate(long floats) {
        return arena.allocate(floats * Float.BYTES, 64);
    }

    private static FloatBuffer floats(MemorySegment segment) {
        return segment.asByteBuffer().order(ByteOrder.nativeOrder()).asFloatBuffer();
    }

    private long[] shape() {
        return new long[] {1, ports.heads(), capacity, ports.headSize()};
    }

    @Override
    public int position() {
        return position;
    }

    @Override
    public float[] feed(int[] tokens, int from, int to, OrtSession.RunOptions options) throws OrtException {
        if (position + to - from > capacity) {
            throw new IllegalStateException("A track of %d tokens is full".formatted(capacity));
        }
        try (var feed = new Feed(environment, ports, tokens, from, to, position)) {
            session.run(feed.with(pasts), Set.of(), outputs, options).close();
        }
        position += to - from;
        logitsBuffer.get(0, logits);
        return logits;
    }

    /** Copies the cache of the first {@code tokens} tokens out, packed. */
    void save(int tokens, MemorySegment into) {
        copyRows(tokens, (buffer, row, packed, length) -> MemorySegment.copy(buffer, row, into, packed, length));
    }

    /** Begins where another track was when it was saved. */
    void restore(int tokens, MemorySegment from) {
        copyRows(tokens, (buffer, row, packed, length) -> MemorySegment.copy(from, packed, buffer, row, length));
        position = tokens;
    }

    private interface Copy {
        void rows(MemorySegment buffer, long row, long packed, long length);
    }

    private void copyRows(int tokens, Copy copy) {
        var length = tokens * ports.headSize() * Float.BYTES;
        var stride = capacity * ports.headSize() * Float.BYTES;
        var packed = 0L;
        for (var buffer : buffers) {
            for (var head = 0; head < ports.heads(); head++, packed += length) {
                copy.rows(buffer, head * stride, packed, length);
            }
        }
    }

    @Override
    public void close() {
        outputs.values().forEach(OnnxTensor::close);
        arena.close();
    }
}
