package dev.paddock.rewardmodel.bundles;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A bundle on its way here: a zip of its files, all on the top level or all in one folder. Whoever made it is not trusted: no name leads out
 * of the folder, none comes twice, and what it unpacks to is bounded, whatever the archive says of its sizes.
 *
 * @param mostBytes of all files together, unpacked
 */
public record BundleArchive(long mostBytes) {

    private static final int MOST_FILES = 200;

    /**
     * Writes the files into the folder, which exists and is empty.
     *
     * @throws BundleRefused where it is no such archive; some files may have been written then
     */
    public void unpack(InputStream zip, Path folder) throws IOException {
        var counted = new Counted(folder, mostBytes);
        var seen = new HashSet<String>();
        var held = 0;
        try (var entries = new ZipInputStream(zip)) {
            for (var entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                if (++held > MOST_FILES) {
                    throw new BundleRefused(folder, "the archive holds more than " + MOST_FILES + " files");
                }
                if (entry.isDirectory()) {
                    requireEmpty(folder, entry, entries);
                    continue;
                }
                var name = name(folder, entry);
                if (!seen.add(name)) {
                    throw new BundleRefused(folder, "the archive holds '" + name + "' twice");
                }
                Files.copy(counted.of(entries), folder.resolve(name));
            }
        } catch (ZipException | EOFException e) {
            throw new BundleRefused(folder, "the archive is cut off or damaged (" + e.getMessage() + ")", e);
        }
        if (seen.isEmpty()) {
            throw new BundleRefused(folder, "it is no zip archive, or an empty one");
        }
        if (!seen.contains(Bundle.CARD)) {
            throw new BundleRefused(folder, "the archive holds no " + Bundle.CARD);
        }
    }

    /** What an entry holds is unpacked on the way to the next one, read or not. */
    private static void requireEmpty(Path folder, ZipEntry directory, InputStream content) throws IOException {
        if (content.read() >= 0) {
            throw new BundleRefused(
                    folder, "the archive holds the folder '" + directory.getName() + "' with content of its own");
        }
    }

    private static String name(Path folder, ZipEntry entry) {
        var parts = entry.getName().split("/", -1);
        var name = parts[parts.length - 1];
        if (parts.length > 2 || !FileCheck.isFileName(name) || !FileCheck.isFileName(parts[0])) {
            throw new BundleRefused(
                    folder, "the archive holds '" + entry.getName() + "', which is not the name of a file in a bundle");
        }
        return name;
    }

    /** Counts what comes out of the archive, over all of its files. */
    private static final class Counted {

        private final Path folder;
        private final long most;
        private long bytes;

        Counted(Path folder, long most) {
            this.folder = folder;
            this.most = most;
        }

        InputStream of(InputStream file) {
            return new FilterInputStream(file) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    var read = super.read(buffer, offset, length);
                    bytes += Math.max(read, 0);
                    if (bytes > most) {
                        throw new BundleRefused(folder, "it unpacks to more than " + most + " bytes");
                    }
                    return read;
                }
            };
        }
    }
}
