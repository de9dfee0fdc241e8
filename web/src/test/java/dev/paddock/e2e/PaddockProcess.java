package dev.paddock.e2e;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Paddock as a process of its own, with its own PostgreSQL in its own folder: one that can really be killed. */
final class PaddockProcess implements AutoCloseable {

    static final String OWNER_TOKEN = "pdk_9f3c61d2a74be80517c2d94ab6e8f013579bdf2468ace";

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Path data;
    private final boolean owned;
    private final int port;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private Process process;

    /** @param owned whether the owner is made from settings; otherwise {@link #setupLink} makes one */
    PaddockProcess(Path data, boolean owned) throws IOException {
        this.data = data;
        this.owned = owned;
        try (var socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        this.process = launch();
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** As kill -9: no hook runs, nothing is flushed, PostgreSQL is left behind as an orphan. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    void restart() throws IOException {
        process = launch();
        awaitHealth();
    }

    PaddockProcess awaitHealth() {
        var deadline = Instant.now().plus(PATIENCE);
        while (!isHealthy()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                throw new AssertionError("Paddock did not become healthy:\n" + log());
            }
            pause();
        }
        return this;
    }

    void awaitLog(String sentence) {
        var deadline = Instant.now().plus(PATIENCE);
        while (!log().contains(sentence)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Paddock did not say '" + sentence + "':\n" + log());
            }
            pause();
        }
    }

    /** Something that may break. */
    interface Work {

        void run() throws Exception;
    }

    /** Where that fails, or its time is over, what Paddock has said is told with it. */
    void during(Work work) throws Exception {
        try {
            work.run();
        } catch (Exception | AssertionError e) {
            e.addSuppressed(new AssertionError("Paddock said:\n" + log()));
            throw e;
        }
    }

    private boolean isHealthy() {
        try {
            var request = HttpRequest.newBuilder(URI.create(url() + "/actuator/health"))
                    .timeout(Duration.ofSeconds(2))
                    .build();
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Process launch() throws IOException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(
                java,
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                productClassPath(),
                "dev.paddock.Application",
                "--server.port=" + port,
                "--paddock.weights=" + weights(),
                "--paddock.data=" + data));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()));
        if (owned) {
            builder.environment().put("PADDOCK_OWNER_EMAIL", "olive@example.org");
            builder.environment().put("PADDOCK_OWNER_PASSWORD", "correct horse battery staple");
            builder.environment().put("PADDOCK_OWNER_TOKEN", OWNER_TOKEN);
        }
        return builder.start();
    }

    /** As shipped: without the tests' classes, among which the application would find components of theirs. */
    private static String productClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes") && !entry.endsWith("-tests.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The starter weights where bin/test has put them; they may be absent. */
    static Path weights() {
        return Path.of(System.getProperty("paddock.root", "."), "data/weights/SmolLM2-135M-Instruct.Q4_1.gguf")
                .toAbsolutePath();
    }

    /** As printed on the console. */
    String setupLink() {
        var link = Pattern.compile("http://\\S+/setup/\\S+").matcher(log());
        if (!link.find()) {
            throw new AssertionError("no link for the owner on the console:\n" + log());
        }
        return link.group();
    }

    String log() {
        try {
            return Files.readString(logFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path logFile() {
        return Path.of("target", "paddock-" + port + ".log");
    }

    static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
