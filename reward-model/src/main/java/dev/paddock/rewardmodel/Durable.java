package dev.paddock.rewardmodel;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;

/** Folders that are on the disk, not only in its cache: one that a power cut left half-written would be taken for whole, and refused, for ever. */
public final class Durable {

    private Durable() {}

    /** Moves a folder of files to its place in one step, when all of it is on the disk. */
    public static void move(Path draft, Path target) throws IOException {
        try (var files = Files.list(draft)) {
            for (var file : files.toList()) {
                force(file, StandardOpenOption.WRITE);
            }
        }
        force(draft, StandardOpenOption.READ);
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        force(target.resolveSibling(""), StandardOpenOption.READ);
    }

    /** A folder is forced by opening it to read; where a system cannot, it keeps its names safe by itself. */
    private static void force(Path path, StandardOpenOption access) throws IOException {
        try (var channel = FileChannel.open(path, access)) {
            channel.force(true);
        } catch (IOException e) {
            if (!Files.isDirectory(path)) {
                throw e;
            }
        }
    }

    /** A folder with all that is in it, if it is there. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
