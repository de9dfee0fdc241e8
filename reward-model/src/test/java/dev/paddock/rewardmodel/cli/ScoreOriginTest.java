package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A score that lies in a file says what gave it. */
class ScoreOriginTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void besideTheScoreStandTheModelWhatItRanOnAndTheTime() throws IOException {
        var lines = Files.write(
                folder.resolve("lines.jsonl"),
                List.of(
                        "{\"model\":\"my-llama\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello!\"}]}"));

        var ran = Ran.of("score", "--model", "safety", "--cache", folder.toString(), lines.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        var line = JsonMapper.shared().readTree(ran.out());
        assertThat(line.get("model").asString()).as("what the line said itself").isEqualTo("my-llama");
        assertThat(line.get("score").isDouble()).isTrue();
        var by = line.get("scoreBy");
        assertThat(by.propertyNames())
                .containsExactly(
                        "model", "provider", "precision", "microsWaiting", "microsTokenising", "microsInference");
        assertThat(by.get("model").asString()).matches("safety-[a-z0-9-]+-[0-9a-f]{8}");
        assertThat(by.get("provider").asString()).isEqualTo("cpu");
        assertThat(by.get("precision").asString()).isEqualTo("int8");
        assertThat(by.get("microsTokenising").asLong()).isPositive();
        assertThat(by.get("microsInference").asLong()).isPositive();
    }
}
