package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PandaLmTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void countsWhatTwoOfThreePrefer() throws IOException {
        var file = Files.writeString(folder.resolve("pandalm.json"), """
                [
                 {"instruction": "Add.", "input": "1 2", "response1": "3 ", "response2": "4",
                  "annotator1": 1, "annotator2": 0, "annotator3": 1},
                 {"instruction": "Greet.", "input": "", "response1": "Hm.", "response2": "Hello!",
                  "annotator1": 2, "annotator2": 2, "annotator3": 1},
                 {"instruction": "A tie.", "input": "", "response1": "a", "response2": "b",
                  "annotator1": 0, "annotator2": 0, "annotator3": 1},
                 {"instruction": "No majority.", "input": "", "response1": "a", "response2": "b",
                  "annotator1": 0, "annotator2": 2, "annotator3": 1},
                 {"instruction": "The same.", "input": "", "response1": "a", "response2": " a",
                  "annotator1": 1, "annotator2": 1, "annotator3": 1},
                 {"instruction": "True or not?", "input": "", "response1": true, "response2": "No idea",
                  "annotator1": 1, "annotator2": 1, "annotator3": 1}
                ]
                """);

        assertThat(PandaLm.read(file))
                .containsExactly(
                        new PreferencePair(List.of(Message.user("Add.\n1 2")), "3", "4", 0, "pandalm.json"),
                        new PreferencePair(List.of(Message.user("Greet.")), "Hello!", "Hm.", 0, "pandalm.json"),
                        new PreferencePair(
                                List.of(Message.user("True or not?")), "true", "No idea", 0, "pandalm.json"));
    }
}
