package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.paddock.rewardmodel.Logged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What does not open on CUDA: is it the model, or is it CUDA? By sessions that say they are on CUDA, and are where the tests run. */
class ModelOrProviderTest {

    private static final List<Provider> ORDER = List.of(Provider.CUDA, Provider.CPU);

    @RegisterExtension
    final Logged logged = Logged.by(ExecutionProviders.class);

    private final Gpu gpu = new Gpu();
    private final ExecutionProviders preferring =
            ExecutionProviders.preferring(ORDER).with(gpu);
    private final ExecutionProviders requiring =
            ExecutionProviders.requiring(ORDER).with(gpu);

    private static final class Gpu implements Sessions {

        private boolean works = true;
        private int opened;

        @Override
        public boolean has(Provider provider) {
            return true;
        }

        @Override
        public OrtSession open(Source source, Provider provider) throws OrtException {
            if (provider == Provider.CUDA && !works) {
                throw new OrtException("CUDA failure 100: no CUDA-capable device is detected");
            }
            opened++;
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
        assertThat(logged.events()).isEmpty();

        gpu.works = false;
        assertOpens(Provider.CPU);
        assertThat(logged.events()).hasSize(1);
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
    void whereCudaAloneWillDoNothingIsOpenedInItsPlace() {
        gpu.works = false;

        assertThatExceptionOfType(ProviderUnavailable.class)
                .isThrownBy(() -> preferring.only(Provider.CUDA).open(sound(), "sound"))
                .withMessageContaining("no CUDA-capable device");

        assertThat(gpu.opened).isZero();
    }

    @Test
    void whereItAloneWillDoNobodyHasRequiredIt() {
        gpu.works = false;

        assertThatExceptionOfType(ProviderUnavailable.class)
                .isThrownBy(() -> preferring.only(Provider.CUDA).open(sound(), "sound"))
                .withMessageStartingWith("Execution provider cuda does not work here: ");
    }

    @Test
    void whatIsOpenedOnItAloneTellsThatItWorksAgain() {
        gpu.works = false;
        assertOpens(Provider.CPU);
        gpu.works = true;
        preferring
                .only(Provider.CUDA)
                .endingRunsAfter(Duration.ofSeconds(1))
                .open(sound(), "sound")
                .close();
        gpu.works = false;
        assertOpens(Provider.CPU);

        assertThat(logged.events()).hasSize(2);
    }

    @Test
    void onceItWorkedAgainItsNextFailureIsSaid() {
        gpu.works = false;
        assertOpens(Provider.CPU);
        assertOpens(Provider.CPU);
        assertThat(logged.events()).hasSize(1);

        gpu.works = true;
        assertOpens(Provider.CUDA);
        gpu.works = false;
        assertOpens(Provider.CPU);

        assertThat(logged.events())
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
