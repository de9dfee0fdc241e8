package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.people.Audit;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.shared.InvalidInput;
import dev.paddock.store.DataFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Whatever is wrong with a bundle that comes in: its sender is told, nothing of it stays, and the model that serves scores as before. */
class RefusedBundlesTest extends DefaultWorld {

    @Autowired
    DataFolder data;

    @Autowired
    Audit audit;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    /** Computed anew, and not remembered by the text. */
    private String score() {
        return serving.use(
                ModelKind.SAFETY,
                (name, model) -> name + " gives " + model.score(HELLO).value());
    }

    private void assertRefused(Intake at, InputStream zip, String reason) throws Exception {
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

    @Test
    void noZipAtAll() throws Exception {
        assertRefused(intake, new ByteArrayInputStream(new byte[100]), "no zip archive");
    }

    @Test
    void oneThatIsCutOff() throws Exception {
        var whole = Bundles.zipped(ModelKind.SAFETY, "other").readAllBytes();

        assertRefused(intake, new ByteArrayInputStream(Arrays.copyOf(whole, whole.length / 2)), "cut off or damaged");
    }

    @Test
    void oneThatLeadsOutOfItsFolder() throws Exception {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("../reward-model.json"));
            zip.write(new byte[] {'{', '}'});
        }

        assertRefused(intake, new ByteArrayInputStream(bytes.toByteArray()), "'../reward-model.json'");
    }

    @Test
    void oneThatScoresOtherwiseThanItsCardSays() throws Exception {
        assertRefused(intake, Bundles.misremembered(ModelKind.SAFETY), "golden");
    }

    @Test
    void oneThatMakesNoNumber() throws Exception {
        assertRefused(intake, Bundles.withoutNumbers(ModelKind.SAFETY), "NaN");
    }

    @Test
    void oneThatUnpacksToTooMuch() throws Exception {
        var settings = new RewardSettings(
                true,
                List.of(),
                false,
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                "",
                DataSize.ofMegabytes(1),
                "",
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));

        assertRefused(
                new Intake(stable, registry, audit, transactions, settings, clock),
                Bundles.zipped(ModelKind.SAFETY, "other"),
                "it unpacks to more than 1048576 bytes");
    }
}
