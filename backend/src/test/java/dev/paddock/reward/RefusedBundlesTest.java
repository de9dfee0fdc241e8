package dev.paddock.reward;

import dev.paddock.Zips;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

/** Whatever is wrong with a bundle that comes in: its sender is told, nothing of it stays, and the model that serves scores as before. */
class RefusedBundlesTest extends RefusingWorld {

    private void assertRefused(byte[] zip, String reason) throws Exception {
        assertRefused(intake, new ByteArrayInputStream(zip), reason);
    }

    @Test
    void noZipAtAll() throws Exception {
        assertRefused(new byte[100], "no zip archive");
    }

    @Test
    void oneThatIsCutOff() throws Exception {
        var whole = Bundles.zipped(ModelKind.SAFETY, "other").readAllBytes();

        assertRefused(Zips.cutOff(whole), "cut off or damaged");
    }

    @Test
    void oneThatLeadsOutOfItsFolder() throws Exception {
        assertRefused(Zips.of("../reward-model.json", new byte[] {'{', '}'}), "'../reward-model.json'");
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
        assertRefused(
                intake(stable, settings(List.of(), DataSize.ofMegabytes(1))),
                Bundles.zipped(ModelKind.SAFETY, "other"),
                "it unpacks to more than 1048576 bytes");
    }
}
