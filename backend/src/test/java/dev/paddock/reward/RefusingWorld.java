package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.people.Audit;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.store.DataFolder;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The default safety model serves, whatever Grace sends that is refused. */
abstract class RefusingWorld extends DefaultWorld {

    @Autowired
    DataFolder data;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    /** Its sender is told why, nothing of it stays, and the model that serves scores as before. */
    final void assertRefused(Intake at, InputStream zip, String reason) throws Exception {
        var before = score();
        var registered = registry.after("", 1_000);

        assertThatThrownBy(() -> at.register(grace, zip))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.reason()).contains(reason)));

        assertThat(score()).isEqualTo(before);
        follower.catchUp();
        assertThat(score()).isEqualTo(before);
        assertThat(registry.after("", 1_000)).isEqualTo(registered);
        try (var files = Files.list(data.path().resolve("reward-models"))) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith(".draft")))
                    .isEmpty();
        }
    }

    /** Computed anew, and not remembered by the text. */
    private String score() {
        return serving.use(
                ModelKind.SAFETY,
                (name, model) -> name + " gives " + model.score(HELLO).value());
    }

    final Intake intake(Stable stable, RewardSettings settings) {
        return new Intake(stable, registry, audit, transactions, settings, clock);
    }

    /** @param required the one execution provider that will do; none where any will */
    static RewardSettings settings(List<String> required, DataSize largestBundle) {
        return new RewardSettings(
                true,
                required,
                !required.isEmpty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                "",
                largestBundle,
                "",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
    }
}
