package dev.paddock.store;

import static dev.paddock.store.Sessions.ask;
import static dev.paddock.store.Sessions.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class PostgresTest {

    @TempDir
    Path folder;

    Postgres postgres;

    @BeforeEach
    void unpackOnceForAllTests() throws IOException {
        Path shared = Files.createDirectories(Path.of("target/unpacked")).toAbsolutePath();
        Binaries.ofThisMachine().unpack(shared);
        Files.createSymbolicLink(folder.resolve("pg18-bin"), shared.resolve("pg18-bin"));
        postgres = on(0);
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
        Files.delete(folder.resolve("pg18-bin"));
    }

    @Test
    void keepsWhatWasWrittenOverARestart() throws SQLException {
        postgres.start();
        tell(postgres, "CREATE TABLE kept AS SELECT 'llama' AS word");

        postgres.close();
        postgres.start();

        assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("llama");
    }

    @Test
    void runsTheWayADatabaseForGoodShould() throws Exception {
        postgres.start();

        assertThat(ask(postgres, "SHOW fsync")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW full_page_writes")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW synchronous_commit")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW data_checksums")).isEqualTo("on");
        assertThat(ask(postgres, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Files.readAllLines(folder.resolve("pg18/postmaster.pid")).get(4))
                .as("folder of the socket")
                .isBlank();
        assertThat(ask(postgres, "SELECT datlocale FROM pg_database WHERE datname = current_database()"))
                .isEqualTo("C.UTF-8");
    }

    @Test
    void theApplicationsRoleOwnsTheDatabaseAndIsNoSuperuser() throws SQLException {
        postgres.start();

        assertThat(ask(postgres, "SELECT rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = current_user"))
                .isEqualTo("f");
        assertThat(ask(postgres, "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'paddock'"))
                .isEqualTo("paddock");
        assertThatThrownBy(() -> tell(postgres, "COPY (SELECT 1) TO PROGRAM 'cat'"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void letsNobodyInWithoutThePassword() {
        postgres.start();

        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "paddock", "guess"))
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "postgres", postgres.password()))
                .hasMessageContaining("no pg_hba.conf entry");
    }

    @Test
    void onlyItsOwnerMayReadThePassword() throws IOException {
        postgres.start();

        assertThat(Files.getPosixFilePermissions(folder.resolve("pg18/paddock.password")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("pg18")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void endsTheServerThatAKilledRunLeftBehind() throws Exception {
        OtherRun.on(folder).ready().kill();
        long orphan = pid();
        assertThat(ProcessHandle.of(orphan)).isPresent();

        postgres.start();

        awaitEndOf(orphan);
        assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("acknowledged");
    }

    @Test
    void endsAServerThatWasLeftBehindAlsoWhenItsProgramsWereRemoved() throws Exception {
        Path programs = folder.resolve("pg18-bin");
        Path shared = programs.toRealPath();
        Files.delete(programs);
        Binaries.ofThisMachine().unpack(folder);
        OtherRun.on(folder).ready().kill();
        long orphan = pid();
        FileSystemUtils.deleteRecursively(programs);
        Files.createSymbolicLink(programs, shared);

        postgres.start();

        awaitEndOf(orphan);
        assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("acknowledged");
    }

    @Test
    void leavesAStrangerAloneThatGotTheNumberOfADeadServer() throws Exception {
        postgres.start();
        postgres.close();
        Process stranger = new ProcessBuilder("sleep", "60").start();
        Files.writeString(folder.resolve("pg18/postmaster.pid"), stranger.pid() + "\n" + folder.resolve("pg18") + "\n");

        postgres.start();

        assertThat(stranger.isAlive()).isTrue();
        assertThat(ask(postgres, "SELECT 1")).isEqualTo("1");
        stranger.destroy();
    }

    @Test
    void refusesAFolderThatAnotherRunUsesAndDoesNotTouchItsServer() throws Exception {
        OtherRun other = OtherRun.on(folder).ready();

        assertThatThrownBy(postgres::start)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessage("Another Paddock (process " + other.process().pid() + ") is using the data folder " + folder
                        + ".");
        assertThat(ProcessHandle.of(pid())).isPresent();

        other.kill();
        postgres.start();
    }

    @Test
    void refusesASecondServerOnItsFolderInTheSameProcess() throws Exception {
        postgres.start();

        assertThatThrownBy(on(0)::start).hasMessageContaining("is using the data folder");

        var other = OtherRun.on(folder);
        assertThat(other.process().waitFor()).as("another process").isNotZero();
    }

    @Test
    void aKilledFirstStartCountsAsNone() throws Exception {
        OtherRun.on(folder).atItsFirstFiles(folder).kill();

        postgres.start();

        assertThat(ask(postgres, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .isEqualTo("0");
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith("pg18.init-"));
        }
    }

    @Test
    void comesBackOnTheSamePortWhenItIsKilled() throws Exception {
        postgres.start();
        tell(postgres, "CREATE TABLE kept AS SELECT 'llama' AS word");
        long first = pid();

        ProcessHandle.of(first).orElseThrow().destroyForcibly();

        await().atMost(Duration.ofSeconds(30)).ignoreExceptions().untilAsserted(() -> {
            assertThat(pid()).isNotEqualTo(first);
            assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("llama");
        });
    }

    @Test
    void goesOnTryingWhenItCannotBeStartedAgainAtOnce() throws Exception {
        postgres.start();
        tell(postgres, "CREATE TABLE kept AS SELECT 'llama' AS word");
        long first = pid();
        Path away = Files.move(folder.resolve("pg18"), folder.resolve("away"));

        ProcessHandle.of(first).orElseThrow().destroyForcibly();
        awaitEndOf(first);
        Thread.sleep(1_500);
        Files.move(away, folder.resolve("pg18"));

        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(
                        () -> assertThat(ask(postgres, "SELECT word FROM kept")).isEqualTo("llama"));
    }

    @Test
    void leavesNoProcessBehind() throws Exception {
        postgres.start();
        long server = pid();

        postgres.close();

        awaitEndOf(server);
    }

    @Test
    void saysWhichPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            postgres = on(taken.getLocalPort());

            assertThatThrownBy(postgres::start)
                    .hasMessage("Port " + taken.getLocalPort() + " on 127.0.0.1 is taken.")
                    .extracting(e -> ((StoreUnavailable) e).action())
                    .asString()
                    .contains("paddock.postgres.port");
        }
    }

    @Test
    void saysThatTheFolderCannotBeUsed() throws IOException {
        Path file = Files.createFile(folder.resolve("occupied"));
        var blocked = new Postgres(new DataFolder(file.resolve("data")), new PostgresSettings(0, Map.of()));

        assertThatThrownBy(blocked::start)
                .isInstanceOf(StoreUnavailable.class)
                .hasMessageContaining("cannot use its data folder")
                .extracting(e -> ((StoreUnavailable) e).action())
                .asString()
                .contains("paddock.data");
    }

    private Postgres on(int port) {
        return new Postgres(new DataFolder(folder), new PostgresSettings(port, Map.of()));
    }

    /** Whoever adopted the process takes a moment to bury it. */
    private static void awaitEndOf(long pid) {
        await().atMost(Duration.ofSeconds(5))
                .until(() ->
                        ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty());
    }

    private long pid() throws IOException {
        return Long.parseLong(Files.readAllLines(folder.resolve("pg18/postmaster.pid"))
                .getFirst()
                .strip());
    }
}
