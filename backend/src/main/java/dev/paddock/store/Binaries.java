package dev.paddock.store;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/** PostgreSQL's programs for this machine, packed in a jar and unpacked once into the data folder. */
record Binaries(@Nullable URL archive) {

    private static final String MARK = ".done";

    static Binaries ofThisMachine() {
        return new Binaries(Binaries.class.getResource("/postgres-" + platform() + ".txz"));
    }

    static String platform() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch", "");
        return (os.startsWith("mac") ? "darwin" : os) + "-" + (arch.equals("aarch64") ? "arm_64" : "x86_64");
    }

    /** Leaves what is unpacked in a data folder alone when it is this very archive, whole; else replaces it. */
    void unpack(Path folder) {
        if (archive == null) throw StoreUnavailable.noBinaries(platform());
        try {
            Path unpacked = folder.resolve(Programs.NAME);
            String version = version(archive);
            if (holds(unpacked, version)) return;
            Path fresh = Files.createTempDirectory(folder, Programs.NAME + ".new-");
            try {
                extract(archive, fresh);
                Files.writeString(fresh.resolve(MARK), version);
                FileSystemUtils.deleteRecursively(unpacked);
                Files.move(fresh, unpacked, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileSystemUtils.deleteRecursively(fresh);
            }
        } catch (IOException e) {
            throw StoreUnavailable.at(folder, e);
        }
    }

    /** The archive's size stands for its version: reading 15 MB at every start to hash it would be slower than starting. */
    private static String version(URL archive) throws IOException {
        var connection = archive.openConnection();
        connection.setUseCaches(false);
        try (var _ = connection.getInputStream()) {
            return Long.toString(connection.getContentLengthLong());
        }
    }

    private static boolean holds(Path folder, String version) throws IOException {
        Path mark = folder.resolve(MARK);
        return Files.isReadable(mark) && Files.readString(mark).equals(version);
    }

    private static void extract(URL archive, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new Packed(archive.openStream()))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path file = inside(target, target.resolve(entry.getName()));
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            inside(target, file.resolveSibling(entry.getLinkName()));
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static Path inside(Path target, Path file) {
        Path path = file.normalize();
        if (!path.startsWith(target)) throw StoreUnavailable.brokenBinaries(new IOException(file + " is outside"));
        return path;
    }
}
