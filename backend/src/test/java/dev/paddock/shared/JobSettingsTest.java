package dev.paddock.shared;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "-PT1S, PT2S, PT5S, patience",
        "PT10S, PT0S, PT5S, pause",
        "PT10S, PT2S, PT0.05S, sign",
        "PT10S, PT2S, PT21S, sign"
    })
    void namesTheSettingThatWouldNotDo(Duration patience, Duration pause, Duration sign, String setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new JobSettings(patience, pause, sign))
                .withMessageStartingWith("paddock.jobs." + setting + ": ");
    }
}
