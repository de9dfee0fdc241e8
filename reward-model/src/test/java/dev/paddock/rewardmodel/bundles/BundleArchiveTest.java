package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleArchiveTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static byte[] zip(String... namesAndTexts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private void unpack(byte[] zip) throws IOException {
        new BundleArchive(1_000).unpack(new ByteArrayInputStream(zip), folder);
    }

    private void assertRefused(byte[] zip, String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> unpack(zip))
                .withMessageContaining(reason);
        assertThat(folder.resolveSibling("evil")).doesNotExist();
    }

    @Test
    void unpacksFilesFromTheTopLevelOrFromOneFolder() throws IOException {
        unpack(zip("card.md", "# one", "bundle/", "", "bundle/model.onnx", "two", "bundle/reward-model.json", "{}"));

        assertThat(folder.resolve("card.md")).hasContent("# one");
        assertThat(folder.resolve("model.onnx")).hasContent("two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "/evil", "a/../../evil", "a/b/evil", "..\\evil", ".hidden", "../", "a/.."})
    void noNameLeadsOutOfTheFolder(String name) throws IOException {
        assertRefused(zip(name.endsWith("/") ? name + "evil" : name, "x"), "is not the name of a file in a bundle");
    }

    @Test
    void refusesTheSameFileTwice() throws IOException {
        assertRefused(zip("card.md", "x", "bundle/card.md", "y"), "holds 'card.md' twice");
    }

    @Test
    void whatItUnpacksToIsBoundedWhateverItSays() throws IOException {
        assertRefused(zip("a", "0".repeat(600), "b", "0".repeat(600)), "it unpacks to more than 1000 bytes");
    }

    @Test
    void refusesWhatIsNoArchive() {
        assertRefused("not a zip".getBytes(StandardCharsets.UTF_8), "it is no zip archive, or an empty one");
    }

    @Test
    void refusesAnArchiveOfSomethingElse() throws IOException {
        assertRefused(zip("model.onnx", "x", "config.json", "{}"), "the archive holds no reward-model.json");
    }

    @Test
    void refusesAnArchiveThatIsCutOff() throws IOException {
        var noise = new byte[900];
        new Random(1).nextBytes(noise);
        var whole = zip("model.onnx", new String(noise, StandardCharsets.ISO_8859_1).substring(0, 400));
        assertRefused(Arrays.copyOf(whole, 300), "cut off or damaged");
        assertThat(Files.exists(folder)).isTrue();
    }

    @Test
    void refusesMoreFilesThanABundleEverHas() throws IOException {
        var many = new String[402];
        for (var i = 0; i < many.length; i += 2) {
            many[i] = "file-" + i;
            many[i + 1] = "";
        }
        assertRefused(zip(many), "more than 200 files");
    }
}
