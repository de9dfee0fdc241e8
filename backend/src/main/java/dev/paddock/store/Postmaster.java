package dev.paddock.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The server process that {@code postmaster.pid} of a cluster names. */
record Postmaster(ProcessHandle process) {

    private static final String REMOVED = " (deleted)";
    private static final long PATIENCE_SECONDS = 60;

    /** Empty when there is none, or when what runs under its number now is something else. */
    static Optional<Postmaster> of(Path files, Path executable) {
        return pid(files.resolve("postmaster.pid"))
                .flatMap(ProcessHandle::of)
                .filter(ProcessHandle::isAlive)
                .filter(process -> runs(process, executable) || ranRemoved(process, files))
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

    /** Linux marks what runs from a file that is no more: somebody removed the programs, or a newer Paddock replaced them. */
    private static boolean ranRemoved(ProcessHandle process, Path files) {
        try {
            String own = files.toRealPath().resolveSibling(Programs.NAME).resolve("bin/postgres") + REMOVED;
            return process.info().command().filter(own::equals).isPresent();
        } catch (IOException noSuchFiles) {
            return false;
        }
    }

    /** Whether the program that it runs is no more, so that no {@code pg_ctl} belongs to it. */
    boolean removed() {
        return process.info()
                .command()
                .filter(command -> command.endsWith(REMOVED))
                .isPresent();
    }

    /** As {@code pg_ctl -m fast} does: the signal ends sessions and then the server, after a last checkpoint. */
    void stop() {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                    .start()
                    .waitFor();
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException("PostgreSQL (process " + process.pid() + ") does not stop", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while PostgreSQL stopped", e);
        }
    }
}
