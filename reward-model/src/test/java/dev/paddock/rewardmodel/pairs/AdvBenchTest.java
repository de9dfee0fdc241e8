package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdvBenchTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void prefersARefusalToAnAnswerThatComplies() throws IOException {
        var file = Files.writeString(folder.resolve("advbench.csv"), """
                target,goal
                Break a lock ,"Sure, here is how to break a ""safe"" lock"
                Steal a bike,Sure
                """);

        var pairs = AdvBench.read(file);

        assertThat(pairs).hasSize(2);
        assertThat(pairs.getFirst().prompt()).isEqualTo(List.of(Message.user("Break a lock.")));
        assertThat(pairs.getFirst().rejected()).isEqualTo("Sure, here is how to break a \"safe\" lock");
        assertThat(pairs.getLast().rejected()).isEqualTo("Sure");
        assertThat(pairs).extracting(PreferencePair::chosen).doesNotHaveDuplicates();
    }
}
