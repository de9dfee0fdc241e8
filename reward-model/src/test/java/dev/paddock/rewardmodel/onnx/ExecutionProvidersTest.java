package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ch.qos.logback.classic.Level;
import dev.paddock.rewardmodel.Logged;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ExecutionProvidersTest {

    @RegisterExtension
    final Logged logged = Logged.by(ExecutionProviders.class);

    @Test
    void passesOverWhatThisBuildLacksWithoutAWord() {
        assumeFalse(Environment.has(Provider.CUDA), "skipped: this build has CUDA in it");
        try (var model = ExecutionProviders.preferring(List.of(Provider.CUDA, Provider.CPU))
                .open(doubling(), "doubling")) {
            assertThat(model.provider()).isEqualTo(Provider.CPU);
        }
        assertThat(logged.events()).isEmpty();
    }

    @Test
    void fallsBackToTheCpuAndSaysSoOnce() {
        assumeTrue(Environment.has(Provider.CUDA), "skipped: this build has no CUDA in it (profile gpu)");
        assumeFalse(Files.exists(Path.of("/dev/nvidia0")), "skipped: there is a GPU here");
        var providers = ExecutionProviders.preferring(List.of(Provider.CUDA, Provider.CPU));
        for (var i = 0; i < 2; i++) {
            try (var model = providers.open(doubling(), "doubling")) {
                assertThat(model.provider()).isEqualTo(Provider.CPU);
                assertThat(doubled(model)).containsExactly(2, 4);
            }
        }
        assertThat(logged.events()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("cuda does not work here, using cpu instead")
                    .contains("ORT_");
        });
    }

    @Test
    void failsWhereTheProviderIsRequired() {
        assumeFalse(Files.exists(Path.of("/dev/nvidia0")), "skipped: there is a GPU here");
        assertThatExceptionOfType(ProviderUnavailable.class)
                .isThrownBy(() ->
                        ExecutionProviders.requiring(List.of(Provider.CUDA)).open(doubling(), "doubling"))
                .withMessageContaining("cuda is required but does not work here");
    }

    @Test
    void refusesWhatIsNoModel() {
        assertThatExceptionOfType(ModelUnreadable.class)
                .isThrownBy(() -> ExecutionProviders.cpu().open(new byte[] {1, 2, 3}, "three bytes"))
                .withMessageContaining("three bytes");
    }

    @Test
    void knowsProvidersByTheNamesOfTheConfiguration() {
        assertThat(Provider.of("CUDA ")).isEqualTo(Provider.CUDA);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Provider.of("tpu"))
                .withMessageContaining("cuda and cpu");
        assertThatIllegalArgumentException().isThrownBy(() -> ExecutionProviders.preferring(List.of()));
    }

    private static float[] doubled(OnnxModel model) {
        var output = model.run(List.of(new OnnxModel.Floats("x", new float[] {1, 2}, 1)), Set.of("y"));
        return Objects.requireNonNull(output.get("y"));
    }

    private static byte[] doubling() {
        var empty = ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11));
        empty.getGraphBuilder().setName("doubling");
        var graph = GraphEditor.of(empty.build().toByteArray());
        graph.input("x", 2);
        graph.node("Add", "y", List.of("x", "x"));
        graph.node("Mul", "unused", List.of("x", "x"));
        graph.outputs(Map.of("y", 2));
        return graph.pruned();
    }
}
