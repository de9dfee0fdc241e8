package dev.paddock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Paddock's database in a process of its own, which a test may kill. */
record OtherRun(Process process) {

    public static void main(String[] arguments) throws Exception {
        var postgres = new Postgres(new DataFolder(Path.of(arguments[0])), new PostgresSettings(0, Map.of()));
        postgres.start();
        try (var connection = Sessions.of(postgres)) {
            connection.createStatement().execute("CREATE TABLE kept AS SELECT 'acknowledged' AS word");
        }
        System.out.println("ready");
        Thread.sleep(60_000);
    }

    static OtherRun on(Path folder) throws IOException {
        String java = ProcessHandle.current().info().command().orElseThrow();
        return new OtherRun(new ProcessBuilder(
                        java, "-cp", System.getProperty("java.class.path"), OtherRun.class.getName(), folder.toString())
                .redirectErrorStream(true)
                .start());
    }

    OtherRun ready() throws IOException {
        BufferedReader output = process.inputReader();
        String last = "";
        for (String line = output.readLine(); line != null && !line.equals("ready"); line = output.readLine()) {
            last += line + "\n";
        }
        assertThat(process.isAlive()).as(last).isTrue();
        return this;
    }

    OtherRun atItsFirstFiles(Path folder) {
        await().until(() -> {
            try (var files = Files.list(folder)) {
                return files.anyMatch(file -> Files.exists(file.resolve("base"))
                        && file.getFileName().toString().startsWith("pg18.init-"));
            }
        });
        return this;
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
