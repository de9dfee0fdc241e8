package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class RewardSettingsTest {

    @Test
    void namesTheSettingWhereThereIsNoOnnxRuntime(@TempDir Path folder) {
        var settings = new RewardSettings(
                true,
                List.of("cpu"),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                "",
                DataSize.ofGigabytes(8),
                folder.toString(),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));

        assertThatIllegalArgumentException()
                .isThrownBy(settings::chooseRuntime)
                .withMessageContaining("paddock.reward.onnxruntime: There is no")
                .withMessageContaining(folder.toString());
    }
}
