package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.store.DataFolder;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class IntakeTest extends DefaultWorld {

    @Autowired
    DataFolder data;

    @Test
    void refusesWhatIsNoBundleAndKeepsNothingOfIt() throws Exception {
        var before = registry.after("", 1_000);

        assertThatThrownBy(() -> intake.register(grace, new ByteArrayInputStream(new byte[100])))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains("no zip archive")));
        assertThatThrownBy(() -> intake.register(grace, Bundles.misremembered(ModelKind.SAFETY)))
                .isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> intake.register(grace, Bundles.zipped(ModelKind.SAFETY, "../../2")))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains("its name and version")));

        assertThat(registry.after("", 1_000)).isEqualTo(before);
        try (var files = Files.list(data.path().resolve("reward-models"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".draft")))
                    .isEmpty();
        }
    }

    @Test
    void theSameBundleTwiceIsTold() {
        var second = register("other");

        assertThatThrownBy(() -> register("other"))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("registered already, as " + second);
    }
}
