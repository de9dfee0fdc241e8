package dev.paddock.rewardmodel.bundles;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveFoldersTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void refusesAFolderWithSomethingInItWhichNobodyWouldCount() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(zip)) {
            archive.putNextEntry(new ZipEntry("bundle/"));
            archive.write(new byte[100_000]);
            archive.putNextEntry(new ZipEntry("bundle/card.md"));
        }
        assertRefused(zip.toByteArray(), "the archive holds the folder 'bundle/' with content of its own");
    }

    @Test
    void refusesMoreFoldersThanABundleEverHas() throws IOException {
        var zip = new ByteArrayOutputStream();
        try (var archive = new ZipOutputStream(zip)) {
            for (var i = 0; i <= 200; i++) {
                archive.putNextEntry(new ZipEntry("folder-" + i + "/"));
            }
            archive.putNextEntry(new ZipEntry("card.md"));
        }
        assertRefused(zip.toByteArray(), "the archive holds more than 200 files");
    }

    private void assertRefused(byte[] zip, String reason) {
        assertThatExceptionOfType(BundleRefused.class)
                .isThrownBy(() -> new BundleArchive(1_000).unpack(new ByteArrayInputStream(zip), folder))
                .withMessageContaining(reason);
    }
}
