package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FineGrainedTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void comparesTheFourAnswersTwoByTwo() throws IOException {
        var file = Files.writeString(folder.resolve("feedback.json"), """
                [
                 {"question": "When?", "prediction 1": "Now. ", "prediction 2": "Soon.", "prediction 3": "Now.", "prediction 4": "Never.",
                  "preference": [1, 2, 0, 2, 0, 1]}
                ]
                """);

        assertThat(FineGrained.read(file))
                .containsExactly(pair("Now.", "Soon."), pair("Now.", "Soon."), pair("Now.", "Never."));
    }

    private static PreferencePair pair(String chosen, String rejected) {
        return new PreferencePair(List.of(Message.user("When?")), chosen, rejected, 0, "feedback.json");
    }
}
