package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An open ONNX session with the provider it runs on. Safe for many threads; close it only when no call is running. */
public final class OnnxModel implements AutoCloseable {

    private final OrtSession session;
    private final Provider provider;

    OnnxModel(OrtSession session, Provider provider) {
        this.session = session;
        this.provider = provider;
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

    /** Runs the graph on matrices of equal height and returns the wanted outputs, which must be float matrices, row after row. */
    public Map<String, float[]> run(List<Matrix> inputs, Set<String> wanted) {
        var tensors = new HashMap<String, OnnxTensor>();
        try {
            for (var input : inputs) {
                tensors.put(input.name(), input.tensor());
            }
            try (var result = session.run(tensors, wanted)) {
                return floats(result);
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on " + provider.label() + ": " + e.getMessage(), e);
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
        }
    }

    /** A named input of shape [rows, columns]. */
    public sealed interface Matrix {
        String name();

        OnnxTensor tensor() throws OrtException;
    }

    public record Longs(String name, long[] values, int rows) implements Matrix {
        @Override
        public OnnxTensor tensor() throws OrtException {
            long[] shape = {rows, values.length / rows};
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), LongBuffer.wrap(values), shape);
        }
    }

    public record Floats(String name, float[] values, int rows) implements Matrix {
        @Override
        public OnnxTensor tensor() throws OrtException {
            long[] shape = {rows, values.length / rows};
            return OnnxTensor.createTensor(OrtEnvironment.getEnvironment(), FloatBuffer.wrap(values), shape);
        }
    }
}
