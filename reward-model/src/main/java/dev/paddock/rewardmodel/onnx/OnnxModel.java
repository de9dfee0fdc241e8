package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import dev.paddock.rewardmodel.Dropped;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An open ONNX session with the provider it runs on. Safe for many threads; close it only when no call is running. */
public final class OnnxModel implements AutoCloseable {

    private final OrtSession session;
    private final Provider provider;
    private final Duration longestRun;
    private final Runnable closed;

    /** @param closed told when nothing of it is left in memory */
    OnnxModel(OrtSession session, Provider provider, Duration longestRun, Runnable closed) {
        this.session = session;
        this.provider = provider;
        this.longestRun = longestRun;
        this.closed = closed;
    }

    /** The provider really in use, which may differ from the one asked for. */
    public Provider provider() {
        return provider;
    }

    public Set<String> inputs() {
        return session.getInputNames();
    }

    public Set<String> outputs() {
        return session.getOutputNames();
    }

    /**
     * The shape of an output, -1 where it is open.
     *
     * @throws ModelUnreadable where the output is not of floating-point numbers of at most 32 bits
     */
    public long[] shape(String output) {
        var found = tensor(output, false);
        return switch (found.type) {
            case FLOAT, FLOAT16, BFLOAT16 -> found.getShape();
            default ->
                throw new ModelUnreadable("its output " + output + " is of type " + found.type + " instead of float");
        };
    }

    private TensorInfo tensor(String name, boolean isInput) {
        try {
            var all = isInput ? session.getInputInfo() : session.getOutputInfo();
            if (all.get(name) instanceof NodeInfo node && node.getInfo() instanceof TensorInfo tensor) {
                return tensor;
            }
            throw new ModelUnreadable("its " + name + " is no tensor");
        } catch (OrtException e) {
            throw new ModelUnreadable("ONNX Runtime cannot describe " + name + ": " + RuntimeWords.of(e), e);
        }
    }

    /** The same session, which is closed with this one, but a run ends with {@link RanTooLong} after that time at the latest. */
    public OnnxModel within(Duration longest) {
        return longest.compareTo(longestRun) < 0 ? new OnnxModel(session, provider, longest, closed) : this;
    }

    /**
     * Runs the graph on matrices of equal height and returns the wanted outputs, which must be float tensors, row after row.
     *
     * @throws NotEnoughMemory where fewer rows might do
     * @throws RanTooLong where the graph was not through within its time
     * @throws RunFailed where it broke otherwise
     * @throws java.util.concurrent.CancellationException where the thread is interrupted meanwhile
     */
    public Map<String, float[]> run(List<Matrix> inputs, Set<String> wanted) {
        try (var bounded = new BoundedRun(longestRun)) {
            return run(inputs, wanted, bounded);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot prepare a run: " + e.getMessage(), e);
        }
    }

    private Map<String, float[]> run(List<Matrix> inputs, Set<String> wanted, BoundedRun bounded) {
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : inputs) {
                tensors.put(input.name(), input.tensor(tensor(input.name(), true).type));
            }
            try (var result = session.run(tensors, wanted, bounded.options())) {
                return floats(result);
            }
        } catch (OrtException e) {
            if (bounded.early() == BoundedRun.Early.RAN_TOO_LONG) {
                throw new RanTooLong(longestRun, e);
            }
            if (bounded.early() == BoundedRun.Early.DROPPED) {
                throw Dropped.interrupted();
            }
            if (NotEnoughMemory.isMeantBy(e)) {
                throw new NotEnoughMemory(provider, e);
            }
            throw new RunFailed("ONNX Runtime failed on " + provider.label() + ": " + RuntimeWords.of(e), e);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static Map<String, float[]> floats(OrtSession.Result result) {
        var outputs = new HashMap<String, float[]>();
        for (var output : result) {
            var buffer = ((OnnxTensor) output.getValue()).getFloatBuffer();
            var values = new float[buffer.remaining()];
            buffer.get(values);
            outputs.put(output.getKey(), values);
        }
        return outputs;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to close a session: " + e.getMessage(), e);
        } finally {
            closed.run();
        }
    }

    /** A named input of shape [rows, columns]. */
    public sealed interface Matrix {
        String name();

        /** @param wanted the type that the graph declares */
        OnnxTensor tensor(OnnxJavaType wanted) throws OrtException;
    }

    public record Longs(String name, long[] values, int rows) implements Matrix {
        @Override
        public OnnxTensor tensor(OnnxJavaType wanted) throws OrtException {
            long[] shape = {rows, values.length / rows};
            var environment = OrtEnvironment.getEnvironment();
            return wanted == OnnxJavaType.INT32
                    ? OnnxTensor.createTensor(environment, narrowed(), shape)
                    : OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
        }

        private IntBuffer narrowed() {
            return IntBuffer.wrap(
                    Arrays.stream(values).mapToInt(Math::toIntExact).toArray());
        }
    }

    public record Floats(String name, float[] values, int rows) implements Matrix {
        @Override
        public OnnxTensor tensor(OnnxJavaType wanted) throws OrtException {
            long[] shape = {rows, values.length / rows};
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
        }
    }
}
