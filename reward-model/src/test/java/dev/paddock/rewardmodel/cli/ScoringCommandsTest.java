package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What {@code evaluate} counts, and what {@code score} takes. */
class ScoringCommandsTest {

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private Ran ran(String command, List<String> lines) throws IOException {
        var file = Files.write(Files.createTempFile(folder, "lines", ".jsonl"), lines);
        return Ran.of(command, "--model", "helpfulness", "--cache", cache.toString(), file.toString());
    }

    private static String pair(int number, String more) {
        return "{\"prompt\":[{\"role\":\"user\",\"content\":\"Subject %d?\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"A fish.\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"A dish.\"}],\"degree\":\"better\"%s}"
                .formatted(number, more);
    }

    private static String said(int number, String more) {
        return "{\"id\":%d,\"messages\":[{\"role\":\"user\",\"content\":\"Subject %d?\"},{\"role\":\"assistant\"%s}]}"
                .formatted(number, number, more);
    }

    @Test
    void pairsThatWereTakenByTheirGapAreCountedApart() throws IOException {
        var ran = ran(
                "evaluate",
                List.of(
                        pair(1, ""),
                        pair(2, ",\"impartial\":true"),
                        pair(3, ",\"impartial\":false"),
                        pair(4, ",\"impartial\":false"),
                        pair(5, ",\"impartial\":false")));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines())
                .satisfiesExactly(
                        all -> assertThat(all).containsPattern("^impartial +2 pairs"),
                        better -> assertThat(better).containsPattern("^better +2 pairs"),
                        length -> assertThat(length).containsPattern("^length alone +2 pairs +50[.]0 %"),
                        other -> assertThat(other).containsPattern("^taken by their gap +3 pairs"));
    }

    @Test
    void whereNothingIsImpartialNothingElseIsCounted() throws IOException {
        var ran = ran("evaluate", List.of(pair(1, ",\"impartial\":false")));

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines()).singleElement().asString().containsPattern("^taken by their gap +1 pairs");
    }

    @Test
    void refusesAMessageWithoutContent() throws IOException {
        for (var nothing : List.of("", ",\"text\":\"Hello.\"", ",\"content\":null", ",\"content\":7")) {
            var ran = ran("score", List.of(said(1, nothing)));

            assertThat(ran.code()).as(ran.out()).isEqualTo(1);
            assertThat(ran.err()).contains("line 1: message 2 of 'messages' has no text 'content'");
        }
        assertThat(ran("evaluate", List.of(pair(1, "").replace("\"content\":\"A dish.\"", "\"text\":\"A dish.\"")))
                        .err())
                .contains("line 1: message 1 of 'rejected' has no text 'content'");
    }

    @Test
    void scoresKeepTheOrderOfTheLinesHoweverManyAreScoredAtOnce() throws IOException {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 300; i++) {
            lines.add(said(i, ",\"content\":\"Answer " + i % 7 + "\""));
        }
        var ran = ran("score", lines);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out().lines().map(line -> line.replaceAll(",\"messages.*", "")))
                .containsExactlyElementsOf(lines.stream()
                        .map(line -> line.replaceAll(",\"messages.*", ""))
                        .toList());
        assertThat(withoutTime(ran.out().lines().skip(250).findFirst().orElseThrow()))
                .isEqualTo(
                        withoutTime(ran("score", List.of(lines.get(250))).out().strip()));
    }

    private static String withoutTime(String line) {
        return line.replaceAll("\"micros[^:]+\":[0-9]+", "");
    }

    @Test
    void whatComesBeforeALineThatCannotBeScoredIsScored() throws IOException {
        var ran = ran(
                "score",
                List.of(
                        said(1, ",\"content\":\"One.\""),
                        "",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}",
                        said(2, ",\"content\":\"Two.\"")));

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("line 3: The last message must be the assistant's");
        assertThat(ran.out().lines()).singleElement().asString().contains("\"id\":1");

        var many = new ArrayList<String>();
        for (var i = 1; i <= 300; i++) {
            many.add(said(i, ",\"content\":\"One.\""));
        }
        many.set(99, "{\"messages\":[]}");
        var stopped = ran("score", many);
        assertThat(stopped.err()).containsOnlyOnce("line ").contains("line 100: An empty conversation");
        assertThat(stopped.out().lines()).hasSize(99);

        var cut = ran("score", List.of(said(1, ",\"content\":\"One.\""), "{oops"));
        assertThat(cut.code()).isEqualTo(1);
        assertThat(cut.err()).contains("line 2: it is no JSON");
        assertThat(cut.out().lines()).singleElement().asString().contains("\"id\":1");
    }

    @Test
    @Timeout(60)
    void whoSendsLineAfterLineGetsEachScoreBeforeTheNext() throws Exception {
        var formerIn = System.in;
        var formerOut = System.out;
        var out = new ByteArrayOutputStream();
        try (var lines = new PipedOutputStream();
                var in = new PipedInputStream(lines)) {
            System.setIn(in);
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            var ran = CompletableFuture.supplyAsync(
                    () -> RewardModelCommand.run("score", "--model", "helpfulness", "--cache", cache.toString()));
            for (var i = 1; i <= 2; i++) {
                lines.write((said(i, ",\"content\":\"Hello.\"") + "\n").getBytes(StandardCharsets.UTF_8));
                lines.flush();
                while (out.toString(StandardCharsets.UTF_8).lines().count() < i) {
                    Thread.sleep(20);
                }
            }
            lines.close();
            assertThat(ran.get()).isZero();
        } finally {
            System.setIn(formerIn);
            System.setOut(formerOut);
        }
    }
}
