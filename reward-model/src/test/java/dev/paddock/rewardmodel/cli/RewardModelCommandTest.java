package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RewardModelCommandTest {

    @TempDir
    static Path cache;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private record Ran(int code, String out, String err) {}

    private static Ran run(String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code = capturing(out, err, () -> RewardModelCommand.run(arguments));
        return new Ran(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static int capturing(ByteArrayOutputStream out, ByteArrayOutputStream err, Supplier<Integer> work) {
        var formerOut = System.out;
        var formerErr = System.err;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        try {
            return work.get();
        } finally {
            System.setOut(formerOut);
            System.setErr(formerErr);
        }
    }

    private Path file(List<String> lines) throws IOException {
        return Files.write(Files.createTempFile(folder, "lines", ".jsonl"), lines);
    }

    @Test
    void scoresLines() throws IOException {
        var lines = file(
                List.of(
                        "{\"id\":1,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},{\"role\":\"assistant\",\"content\":\"Hello!\"}]}"));

        var ran = run("score", "--model", "safety", "--cache", cache.toString(), lines.toString());

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("{\"id\":1,").containsPattern("\"score\":-?[0-9]+[.][0-9]+");
    }

    @Test
    void namesTheLineThatCannotBeRead() throws IOException {
        var ran = run(
                "score",
                "--model",
                "safety",
                "--cache",
                cache.toString(),
                file(List.of("", "{oops")).toString());

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).contains("line 2: it is no JSON");
    }

    @Test
    void trainsAndEvaluates() throws IOException {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            lines.add(
                    "{\"prompt\":[{\"role\":\"user\",\"content\":\"Subject %d?\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"A fish in a dish made a wish!\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"Please consult the usual sources on %d.\"}],\"margin\":1,\"degree\":\"better\"}"
                            .formatted(i, i));
        }
        var pairs = file(lines);
        var out = folder.resolve("out");

        var trained = run(
                "train",
                "--kind",
                "helpfulness",
                "--out",
                out.toString(),
                "--cache",
                cache.toString(),
                pairs.toString());

        assertThat(trained.code()).as(trained.err()).isZero();
        var bundle = trained.out()
                .lines()
                .filter(line -> line.startsWith(out.toString()))
                .findFirst()
                .orElseThrow();
        var evaluated = run("evaluate", "--model", bundle, "--cache", cache.toString(), pairs.toString());
        assertThat(evaluated.code()).as(evaluated.err()).isZero();
        assertThat(evaluated.out())
                .containsPattern("^held out +[1-9] pairs +100[.]0 %")
                .containsPattern("perhaps learnt from +3[0-9] pairs +100[.]0 %")
                .contains("better ");
    }

    @Test
    void theSafetyLossSetsTheThresholdByWhatPeopleSaid() throws IOException {
        var lines = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            lines.add(
                    "{\"prompt\":[{\"role\":\"user\",\"content\":\"Subject %d?\"}],\"chosen\":[{\"role\":\"assistant\",\"content\":\"A fish in a dish made a wish!\"}],\"rejected\":[{\"role\":\"assistant\",\"content\":\"Please consult the usual sources on %d.\"}],\"margin\":1,%s}"
                            .formatted(
                                    i,
                                    i,
                                    i % 10 == 0
                                            ? "\"safety\":null,\"ratings\":{\"chosen\":{\"safety\":2},\"rejected\":{\"safety\":1}}"
                                            : "\"safety\":\"both-unsafe\""));
        }
        lines.set(7, lines.get(7).replace("both-unsafe", "chosen-safe"));
        var pairs = file(lines);

        var without = meanScore(pairs, "--safety-weight", "0");
        var with = meanScore(pairs);
        var heavy = meanScore(pairs, "--safety-weight", "5");

        assertThat(without).isCloseTo(0, within(0.5));
        assertThat(with).isLessThan(-1);
        assertThat(heavy).isLessThan(with);
        assertThat(run("train", "--kind", "safety", "--out", "x", "--safety-weight", "-1", pairs.toString())
                        .err())
                .contains("--safety-weight must be 0 to 100, not -1.0");
    }

    /** What a safety model that was trained on the pairs gives to their answers. */
    private double meanScore(Path pairs, String... more) throws IOException {
        var out = Files.createTempDirectory(folder, "out");
        var options = new ArrayList<>(
                List.of("train", "--kind", "safety", "--out", out.toString(), "--cache", cache.toString()));
        options.addAll(List.of(more));
        options.add(pairs.toString());
        var trained = run(options.toArray(String[]::new));
        assertThat(trained.code()).as(trained.err()).isZero();
        var answers = file(
                List.of(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Subject 3?\"},{\"role\":\"assistant\",\"content\":\"A fish in a dish made a wish!\"}]}",
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Subject 3?\"},{\"role\":\"assistant\",\"content\":\"Please consult the usual sources on 3.\"}]}"));
        var bundle = trained.out().lines().findFirst().orElseThrow();
        return run("score", "--model", bundle, answers.toString())
                .out()
                .lines()
                .mapToDouble(line -> Double.parseDouble(line.replaceAll(".*\"score\":|,\"scoreBy\".*", "")))
                .average()
                .orElseThrow();
    }

    @Test
    void wrongOptionsAndModelsAreTold() throws IOException {
        assertThat(run("score").err()).contains("Missing required option: '--model");
        assertThat(run("score", "--model", "beauty", file(List.of()).toString()).err())
                .contains("--model beauty is neither a bundle's folder nor helpfulness or safety");
    }
}
