package dev.paddock.rewardmodel.llama;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.UnusableWeights;
import dev.paddock.rewardmodel.onnx.Environment;
import java.nio.file.Path;

/** A graph that continues token sequences. Any number of {@link Track}s may run on it at the same time. */
final class Decoder implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Ports ports;

    private Decoder(OrtEnvironment environment, OrtSession session, Ports ports) {
        this.environment = environment;
        this.session = session;
        this.ports = ports;
    }

    static Decoder open(Path graph) {
        var environment = Environment.get();
        try (var options = options()) {
            return of(environment, environment.createSession(graph.toString(), options));
        } catch (OrtException e) {
            throw new UnusableWeights("%s cannot be run: %s".formatted(graph, e.getMessage()), e);
        }
    }

    private static Decoder of(OrtEnvironment environment, OrtSession session) throws OrtException {
        try {
            return new Decoder(environment, session, Ports.of(session));
        } catch (OrtException | RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /** One thread a stream: with more, two streams at once are slower than one after the other. */
    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.setMemoryPatternOptimization(false);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        return options;
    }

    /** @param capacity tokens that the track will be fed at most */
    Track track(int capacity) throws OrtException {
        return ports.shared()
                ? new SharedTrack(environment, session, ports, capacity)
                : new PassedTrack(environment, session, ports);
    }

    Ports ports() {
        return ports;
    }

    String engine() {
        return "onnxruntime " + environment.getVersion();
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
