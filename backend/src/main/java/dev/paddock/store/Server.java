package dev.paddock.store;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops the server process of a cluster. */
record Server(Programs programs, Cluster cluster, PostgresSettings settings) {

    private static final Map<String, String> OPTIONS = Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("fsync", "on"),
            Map.entry("max_connections", "100"),
            Map.entry("shared_buffers", "256MB"),
            Map.entry("max_wal_size", "2GB"),
            // Short statements only: compiling them costs more than it saves.
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            // Refused rows are the application's business, and the log must not hold what people wrote.
            Map.entry("log_min_messages", "log"),
            Map.entry("log_min_error_statement", "panic"),
            Map.entry("log_checkpoints", "off"));

    private static final int ATTEMPTS = 20;
    private static final long LOG_BYTES = 8L << 20;

    /** The pid file of a dead server may name a stranger by now, and PostgreSQL would not start beside that one. */
    void endOrphan() {
        if (running()) stop();
        try {
            Files.deleteIfExists(cluster.files().resolve("postmaster.pid"));
        } catch (IOException e) {
            throw StoreUnavailable.at(cluster.folder(), e);
        }
    }

    boolean running() {
        return postmaster().isPresent();
    }

    Optional<Postmaster> postmaster() {
        return Postmaster.of(cluster.files(), programs.executable("postgres"));
    }

    /** @return the port it listens on */
    int start(int wantedPort) {
        String failure = "";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = wantedPort == 0 ? freePort() : wantedPort;
            failure = launch(port);
            if (failure.isEmpty()) return port;
            if (!passes(failure, wantedPort)) break;
            pause();
        }
        throw StoreUnavailable.failed("postgres", failure, cluster.folder());
    }

    void stop() {
        Optional<Postmaster> unprogrammed = postmaster().filter(Postmaster::removed);
        unprogrammed.ifPresentOrElse(Postmaster::stop, this::tellToStop);
    }

    private void tellToStop() {
        programs.run("pg_ctl", List.of("-D", cluster.files().toString(), "-m", "fast", "-w", "-t", "60", "stop"), "");
    }

    private String launch(int port) {
        cluster.write(options(port));
        Path log = log();
        long before = size(log);
        Programs.Outcome outcome = programs.attempt(
                "pg_ctl",
                List.of("-D", cluster.files().toString(), "-w", "-t", "120", "-l", log.toString(), "start"),
                "");
        return outcome.succeeded() ? "" : outcome.output() + since(log, before);
    }

    /** The last processes of a killed server need a moment to notice; a free port may be taken by another meanwhile. */
    private static boolean passes(String failure, int wantedPort) {
        if (failure.contains("could not bind IPv4 address")) {
            if (wantedPort != 0) throw StoreUnavailable.portTaken(wantedPort);
            return true;
        }
        return failure.contains("pre-existing shared memory block");
    }

    private Map<String, String> options(int port) {
        Map<String, String> options = new HashMap<>(OPTIONS);
        options.putAll(settings.options());
        options.put("port", Integer.toString(port));
        return options;
    }

    private Path log() {
        Path log = cluster.folder().resolve("pg18.log");
        try {
            if (size(log) > LOG_BYTES) {
                Files.move(log, cluster.folder().resolve("pg18.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw StoreUnavailable.at(cluster.folder(), e);
        }
        return log;
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static String since(Path log, long position) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] bytes = new byte[(int) Math.min(4_000, file.length() - position)];
            file.seek(file.length() - bytes.length);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException("no free port on 127.0.0.1", e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(500));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
