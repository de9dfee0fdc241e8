package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The files the default heads were trained on. */
class HhFilesTest {

    @Test
    void readsAlmostEveryLineOfTheHelpfulFiles() throws IOException {
        var set = TrainingSet.read(SharedData.folder("hh-rlhf"), ModelKind.HELPFULNESS);
        assertThat(set.sources()).hasSize(2);
        assertThat(set.pairs()).hasSizeBetween(3800, 3886);
        assertThat(set.hashes().keySet())
                .hasSize(2)
                .allSatisfy(file -> assertThat(
                                HhRlhf.read(SharedData.folder("hh-rlhf").resolve(file))
                                        .refused())
                        .hasSizeLessThan(50));
    }

    @Test
    void readsAlmostEveryLineOfTheHarmlessFile() throws IOException {
        var set = TrainingSet.read(SharedData.folder("hh-rlhf"), ModelKind.SAFETY);
        assertThat(set.pairs()).hasSizeBetween(1100, 1156);
    }
}
