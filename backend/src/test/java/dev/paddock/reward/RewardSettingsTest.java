package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.unit.DataSize;

class RewardSettingsTest {

    @Test
    void namesTheSettingWhereThereIsNoOnnxRuntime(@TempDir Path folder) {
        var settings = settings(folder.toString(), Duration.ofSeconds(30), Duration.ofSeconds(3));

        assertThatIllegalArgumentException()
                .isThrownBy(settings::chooseRuntime)
                .withMessageContaining("paddock.reward.onnxruntime: There is no")
                .withMessageContaining(folder.toString());
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT3S, patience", "PT30S, PT0S, rest", "PT30S, -PT1S, rest", "PT30S, PT61S, rest"})
    void namesTheSettingThatWouldNotDo(Duration patience, Duration rest, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings("", patience, rest))
                .withMessageStartingWith("paddock.reward." + setting + ": ");
    }

    private static RewardSettings settings(String onnxruntime, Duration patience, Duration rest) {
        return new RewardSettings(
                true,
                List.of("cpu"),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                "",
                DataSize.ofGigabytes(8),
                onnxruntime,
                patience,
                rest);
    }
}
