package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.paddock.rewardmodel.Logged;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Who writes down a provider that is not here is told; who writes down none takes what there is. */
class NamedProvidersTest {

    @RegisterExtension
    final Logged logged = Logged.by(ExecutionProviders.class);

    private static Provider opened(Map<String, String> settings) {
        var bound = new Binder(new MapConfigurationPropertySource(settings))
                .bindOrCreate("paddock.reward", RewardSettings.class);
        var graph = Bundles.ofDefault(ModelKind.SAFETY).resolve("model.onnx");
        try (var model = bound.executionProviders().open(graph)) {
            return model.provider();
        }
    }

    @Test
    void cudaThatIsNamedAndNotHereIsAWarning() {
        assumeThat(opened(Map.of("paddock.reward.providers", "cuda"))).isEqualTo(Provider.CPU);

        assertThat(logged.events())
                .singleElement()
                .satisfies(event -> assertThat(event.getFormattedMessage())
                        .startsWith("Execution provider cuda")
                        .contains("using cpu instead"));
    }

    @Test
    void withoutASettingNothingIsMissed() {
        opened(Map.of());

        assertThat(logged.events())
                .noneSatisfy(event -> assertThat(event.getFormattedMessage()).contains("is asked for"));
    }
}
