package dev.paddock.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The database's files. They are made under another name and moved to their own in one step, so that a first start that was killed
 * half way counts as none.
 *
 * <p>The one role that may log in owns the database and is no superuser; the superuser has no password and no way in over the network.
 */
record Cluster(Path folder) {

    static final String ROLE = "paddock";

    private static final String PASSWORD = "paddock.password";
    private static final String OPTIONS = "paddock.conf";
    private static final String UNFINISHED = "pg18.init-";
    private static final int REMOVALS = 50;

    Path files() {
        return folder.resolve("pg18");
    }

    void makeOnce(Programs programs) {
        try {
            sweep();
            if (Files.exists(files())) return;
            Path fresh = Files.createTempDirectory(folder, UNFINISHED);
            initialise(programs, fresh);
            Files.move(fresh, files(), StandardCopyOption.ATOMIC_MOVE);
            flush();
        } catch (IOException e) {
            throw StoreUnavailable.at(folder, e);
        }
    }

    String password() {
        try {
            return Files.readString(files().resolve(PASSWORD)).strip();
        } catch (IOException e) {
            throw StoreUnavailable.noLogin(files(), e);
        }
    }

    /** PostgreSQL reads them after its own file, so they win. */
    void write(Map<String, String> options) {
        try {
            Files.writeString(files().resolve(OPTIONS), lines(options));
        } catch (IOException e) {
            throw StoreUnavailable.at(folder, e);
        }
    }

    private void sweep() throws IOException {
        List<Path> leftovers;
        try (Stream<Path> all = Files.list(folder)) {
            leftovers = all.filter(path -> path.getFileName().toString().startsWith(UNFINISHED))
                    .toList();
        }
        for (Path leftover : leftovers) {
            remove(leftover);
        }
    }

    /** What a killed start has left running may write a moment longer. */
    private static void remove(Path leftover) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                FileSystemUtils.deleteRecursively(leftover);
                return;
            } catch (DirectoryNotEmptyException | NoSuchFileException stillWritten) {
                if (attempt == REMOVALS) {
                    throw stillWritten;
                }
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
        }
    }

    private static void initialise(Programs programs, Path fresh) throws IOException {
        programs.run(
                "initdb",
                List.of(
                        "--pgdata=" + fresh,
                        "--username=postgres",
                        "--auth=reject",
                        "--encoding=UTF8",
                        "--locale=C",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--data-checksums"),
                "");
        Files.writeString(fresh.resolve("pg_hba.conf"), "host paddock paddock 127.0.0.1/32 scram-sha-256\n");
        Files.writeString(fresh.resolve("postgresql.conf"), "\ninclude '" + OPTIONS + "'\n", StandardOpenOption.APPEND);
        createOwner(programs, fresh, newPassword(fresh));
    }

    /** In PostgreSQL's single-user mode, which opens no port: there is never a server that takes a superuser. */
    private static void createOwner(Programs programs, Path fresh, String password) throws IOException {
        Files.createFile(fresh.resolve(OPTIONS));
        programs.run(
                "postgres",
                List.of("--single", "-D", fresh.toString(), "-c", "exit_on_error=on", "postgres"),
                """
                CREATE ROLE paddock LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD '%s'
                CREATE DATABASE paddock OWNER paddock
                """.formatted(password));
    }

    private static String newPassword(Path fresh) throws IOException {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = HexFormat.of().formatHex(random);
        Path file = Files.createFile(
                fresh.resolve(PASSWORD),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(password.getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        return password;
    }

    /** Else a power cut could undo the move of what has been answered for since. */
    private void flush() throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String lines(Map<String, String> options) {
        return options.entrySet().stream()
                .map(option -> option.getKey() + " = '" + option.getValue().replace("'", "''") + "'\n")
                .sorted()
                .collect(Collectors.joining());
    }
}
