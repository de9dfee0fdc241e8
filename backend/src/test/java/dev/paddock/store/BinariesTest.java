package dev.paddock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesTest {

    @TempDir
    Path folder;

    @Test
    void refusesAnArchiveThatIsCutOffAndLeavesNothing() throws IOException {
        URL whole = Objects.requireNonNull(Binaries.ofThisMachine().archive());
        Path half = folder.resolve("half.txz");
        try (InputStream bytes = whole.openStream()) {
            byte[] all = bytes.readAllBytes();
            Files.write(half, Arrays.copyOf(all, all.length / 2));
        }
        Path data = Files.createDirectory(folder.resolve("data"));

        assertThatThrownBy(() -> new Binaries(url(half)).unpack(data))
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageStartingWith("The packed PostgreSQL cannot be unpacked");

        assertThat(data).isEmptyDirectory();
    }

    @Test
    void refusesAnEntryThatLeavesTheFolder() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));

        assertThatThrownBy(() -> new Binaries(url(archiveOf("../../escaped"))).unpack(data))
                .isInstanceOf(StoreUnavailable.class);

        assertThat(folder.resolve("escaped")).doesNotExist();
    }

    @Test
    void refusesALinkThatLeavesTheFolder() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path archive = folder.resolve("links.txz");
        try (var tar = tar(archive)) {
            var link = new TarArchiveEntry("lib", TarConstants.LF_SYMLINK);
            link.setLinkName("/etc");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }

        assertThatThrownBy(() -> new Binaries(url(archive)).unpack(data)).isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void unpacksAnotherVersionOverTheOldAndTheSameOnlyOnce() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        new Binaries(url(archiveOf("bin/old"))).unpack(data);
        Path ours = Files.writeString(data.resolve("pg18-bin/bin/touched"), "");

        new Binaries(url(archiveOf("bin/old"))).unpack(data);
        assertThat(ours).exists();

        new Binaries(url(archiveOf("bin/new-and-of-another-size"))).unpack(data);
        assertThat(data.resolve("pg18-bin/bin")).isDirectoryNotContaining("glob:**/{old,touched}");
    }

    @Test
    void saysWhenThisMachineHasNone() {
        assertThatThrownBy(() -> new Binaries(null).unpack(folder))
                .hasMessageContaining("brings no PostgreSQL for")
                .extracting(e -> ((StoreUnavailable) e).action())
                .asString()
                .contains("spring.datasource.url");
    }

    private Path archiveOf(String name) throws IOException {
        Path archive = folder.resolve("made.txz");
        try (var tar = tar(archive)) {
            byte[] content = name.repeat(20).getBytes(StandardCharsets.UTF_8);
            var entry = new TarArchiveEntry(name, true);
            entry.setSize(content.length);
            // The same archive whenever it is made: its packed size must not depend on the clock.
            entry.setModTime(FileTime.fromMillis(0));
            tar.putArchiveEntry(entry);
            tar.write(content);
            tar.closeArchiveEntry();
        }
        return archive;
    }

    private static TarArchiveOutputStream tar(Path archive) throws IOException {
        return new TarArchiveOutputStream(new XZOutputStream(Files.newOutputStream(archive), new LZMA2Options()));
    }

    private static URL url(Path file) throws IOException {
        return file.toUri().toURL();
    }
}
