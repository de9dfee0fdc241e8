package dev.paddock.rewardmodel.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ch.qos.logback.classic.Level;
import dev.paddock.rewardmodel.Logged;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A provider that this build lacks, whatever the one of the tests has in it. */
class MissedProviderTest {

    private static final List<Provider> ORDER = List.of(Provider.CUDA, Provider.CPU);

    private static final Sessions WITHOUT_CUDA = new Sessions() {

        @Override
        public boolean has(Provider provider) {
            return provider == Provider.CPU;
        }

        @Override
        public OrtSession open(Source source, Provider provider) throws OrtException {
            return HERE.open(source, provider);
        }
    };

    @RegisterExtension
    final Logged logged = Logged.by(ExecutionProviders.class);

    private static void assertOpensOnTheCpu(ExecutionProviders providers) {
        try (var model = providers.open(negating(), "negating")) {
            assertThat(model.provider()).isEqualTo(Provider.CPU);
        }
    }

    @Test
    void isPassedOverWithoutAWordWhereNobodyNamedIt() {
        assertOpensOnTheCpu(ExecutionProviders.preferring(ORDER).with(WITHOUT_CUDA));

        assertThat(logged.events()).isEmpty();
    }

    @Test
    void isMissedInOneWarningWhereSomebodyNamedIt() {
        var providers = ExecutionProviders.naming(List.of(Provider.CUDA)).with(WITHOUT_CUDA);
        assertOpensOnTheCpu(providers);
        assertOpensOnTheCpu(providers);
        assertOpensOnTheCpu(providers.tellingWhatLeaves(() -> {}));

        assertThat(logged.events()).singleElement().satisfies(event -> {
            assertThat(event.getLevel()).isEqualTo(Level.WARN);
            assertThat(event.getFormattedMessage())
                    .contains("cuda is asked for, but this build of Paddock has none in it, using cpu instead")
                    .contains("the profile gpu");
        });
    }

    @Test
    void isNotReplacedWhereItAloneWillDo() {
        var providers = ExecutionProviders.preferring(ORDER).with(WITHOUT_CUDA).only(Provider.CUDA);

        assertThatThrownBy(() -> providers.open(negating(), "negating"))
                .isInstanceOf(ProviderUnavailable.class)
                .hasMessageContaining("no cuda in it");
    }

    private static byte[] negating() {
        var empty = ModelProto.newBuilder()
                .setIrVersion(6)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(11));
        empty.getGraphBuilder().setName("negating");
        var graph = GraphEditor.of(empty.build().toByteArray());
        graph.input("x", 2);
        graph.node("Neg", "y", List.of("x"));
        graph.outputs(Map.of("y", 2));
        return graph.pruned();
    }
}
