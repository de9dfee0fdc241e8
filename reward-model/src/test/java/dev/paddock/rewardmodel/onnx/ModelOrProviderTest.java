package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What does not open on CUDA: is it the model, or is it CUDA? By sessions that say they are on CUDA, and are where the tests run. */
class ModelOrProviderTest {

    private static final List<Provider> ORDER = List.of(Provider.CUDA, Provider.CPU);

    private final Logger logger = (Logger) LoggerFactory.getLogger(ExecutionProviders.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Gpu gpu = new Gpu();
    private final ExecutionProviders preferring =
            ExecutionProviders.preferring(ORDER).with(gpu);
    private final ExecutionProviders requiring =
            ExecutionProviders.requiring(ORDER).with(gpu);

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(logged);
    }

    private static final class Gpu implements Sessions {

        private boolean works = true;

        @Override
        public boolean has(Provider provider) {
            return true;
        }

        @Override
        public OrtSession open(Source source, Provider provider) throws OrtException {
            if (provider == Provider.CUDA && !works) {
                throw new OrtException("CUDA failure 100: no CUDA-capable device is detected");
            }
            return HERE.open(source, Provider.CPU);
        }
    }

    private void assertOpens(Provider on) {
        try (var model = preferring.open(sound(), "sound")) {
            assertThat(model.provider()).isEqualTo(on);
        }
    }

    @Test
    void aModelThatOpensNowhereSaysNothingOfCuda() {
        assertThatExceptionOfType(ModelUnreadable.class)
                .isThrownBy(() -> preferring.open(graphWith("Nonsense"), "broken"))
                .withMessageContaining("ONNX Runtime cannot read broken");
        assertThat(logged.list).isEmpty();

        gpu.works = false;
        assertOpens(Provider.CPU);
        assertThat(logged.list).hasSize(1);
    }

    @Test
    void whereCudaIsRequiredTheMessageSaysWhichOfTheTwoItWas() {
        assertThatExceptionOfType(ModelUnreadable.class)
                .isThrownBy(() -> requiring.open(graphWith("Nonsense"), "broken"))
                .withMessageContaining("ONNX Runtime cannot read broken");

        gpu.works = false;
        assertThatExceptionOfType(ProviderUnavailable.class)
                .isThrownBy(() -> requiring.open(sound(), "sound"))
                .withMessageContaining("cuda is required but does not work here, while cpu takes sound: ")
                .withMessageContaining("no CUDA-capable device");
    }

    @Test
    void onceItWorkedAgainItsNextFailureIsSaid() {
        gpu.works = false;
        assertOpens(Provider.CPU);
        assertOpens(Provider.CPU);
        assertThat(logged.list).hasSize(1);

        gpu.works = true;
        assertOpens(Provider.CUDA);
        gpu.works = false;
        assertOpens(Provider.CPU);

        assertThat(logged.list)
                .hasSize(2)
                .allSatisfy(event -> assertThat(event.getFormattedMessage())
                        .contains("Execution provider cuda does not work here, using cpu instead: "));
    }

    private static byte[] sound() {
        return graphWith("Neg");
    }

    private static byte[] graphWith(String operator) {
        var empty = ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11));
        empty.getGraphBuilder().setName("made of " + operator);
        var graph = GraphEditor.of(empty.build().toByteArray());
        graph.input("x", 2);
        graph.node(operator, "y", List.of("x"));
        graph.outputs(Map.of("y", 2));
        return graph.pruned();
    }
}
