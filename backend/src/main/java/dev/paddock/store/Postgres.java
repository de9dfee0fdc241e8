package dev.paddock.store;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of Paddock's own, for this process alone, with its files in the data folder. Only 127.0.0.1 reaches it, and only
 * the owner of the database may log in. What a killed run left behind is put in order at the next start; a server that dies is started
 * again on the same port.
 */
public final class Postgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Postgres.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Executor REVIVER =
            task -> Thread.ofPlatform().daemon().name("revives PostgreSQL").start(task);

    private final Path folder;
    private final Binaries binaries;
    private final Cluster cluster;
    private final Server server;

    private @Nullable Claim claim;
    private int port;

    public Postgres(DataFolder data, PostgresSettings settings) {
        this(data.path(), settings, Binaries.ofThisMachine());
    }

    Postgres(Path folder, PostgresSettings settings, Binaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
        this.cluster = new Cluster(folder);
        this.server = new Server(new Programs(folder), cluster, settings);
        this.port = settings.port();
    }

    /** @throws StoreUnavailable when there is something for a person to mend */
    public synchronized void start() {
        claim = Claim.on(folder);
        try {
            server.endOrphan();
            binaries.unpack(folder);
            cluster.makeOnce(server.programs());
            launch();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Ends the server after a last checkpoint. A second call does nothing. */
    @Override
    public synchronized void close() {
        if (claim == null) return;
        try (Claim ended = claim) {
            claim = null;
            if (server.running()) server.stop();
        }
    }

    public synchronized String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + Cluster.ROLE;
    }

    public String user() {
        return Cluster.ROLE;
    }

    public String password() {
        return cluster.password();
    }

    private void launch() {
        port = server.start(port);
        demandChecksums();
        server.postmaster()
                .ifPresent(postmaster -> postmaster.process().onExit().thenRunAsync(this::revive, REVIVER));
        log.info("PostgreSQL is up on 127.0.0.1:{}, its files are in {}", port, cluster.files());
    }

    private void revive() {
        Duration pause = FIRST_PAUSE;
        while (!revived()) {
            if (!slept(pause)) return;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** @return whether there is nothing left to do: it runs again, or nobody wants it any more */
    private synchronized boolean revived() {
        if (claim == null) return true;
        log.warn("PostgreSQL ended by itself; starting it again");
        try {
            server.endOrphan();
            launch();
        } catch (StoreUnavailable e) {
            log.error("PostgreSQL cannot be started again yet. {} {}", e.getMessage(), e.action());
            return false;
        } catch (RuntimeException e) {
            log.error("PostgreSQL cannot be started again yet", e);
            return false;
        }
        return true;
    }

    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private void demandChecksums() {
        try (var connection = DriverManager.getConnection(url(), user(), password());
                var rows = connection.createStatement().executeQuery("SHOW data_checksums")) {
            if (!rows.next() || !rows.getString(1).equals("on")) throw StoreUnavailable.noChecksums(cluster.files());
        } catch (SQLException e) {
            throw StoreUnavailable.noLogin(cluster.files(), e);
        }
    }
}
