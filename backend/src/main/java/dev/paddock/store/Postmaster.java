package dev.paddock.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The server process that {@code postmaster.pid} of a cluster names. */
record Postmaster(ProcessHandle process) {

    /** Empty when there is none, or when what runs under its number now is something else. */
    static Optional<Postmaster> of(Path files, Path executable) {
        return pid(files.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> runs(process, executable))
                .map(Postmaster::new);
    }

    private static Optional<Long> pid(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.findFirst().map(String::strip).map(Long::valueOf);
        } catch (IOException | NumberFormatException noneOrBroken) {
            return Optional.empty();
        }
    }

    private static boolean runs(ProcessHandle process, Path executable) {
        try {
            Path own = executable.toRealPath();
            return process.info().command().map(Path::of).filter(own::equals).isPresent();
        } catch (IOException noSuchExecutable) {
            return false;
        }
    }
}
