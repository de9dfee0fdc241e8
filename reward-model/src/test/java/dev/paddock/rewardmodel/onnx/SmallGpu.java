package dev.paddock.rewardmodel.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A GPU that is said to be there: sessions on it are where the tests run, as far as it has room. */
public final class SmallGpu implements Sessions {

    private final List<Provider> opened = new ArrayList<>();
    private boolean full;
    private byte @Nullable [] inPlace;

    public ExecutionProviders in(ExecutionProviders providers) {
        return providers.with(this);
    }

    /** Whether it has no room for anything from here on. */
    public void isFull(boolean now) {
        full = now;
    }

    /** Runs that graph in the place of whatever comes to it. */
    public void runs(byte[] graph) {
        inPlace = graph;
    }

    /** On what sessions were opened, one after the other. */
    public List<Provider> opened() {
        return opened;
    }

    @Override
    public boolean has(Provider provider) {
        return true;
    }

    @Override
    public OrtSession open(Source source, Provider provider) throws OrtException {
        var onGpu = provider == Provider.CUDA;
        if (onGpu && full) {
            throw new OrtException("CUDA failure 2: out of memory ; GPU=0");
        }
        opened.add(provider);
        var graph = inPlace;
        return HERE.open(
                onGpu && graph != null ? (environment, options) -> environment.createSession(graph, options) : source,
                Provider.CPU);
    }
}
