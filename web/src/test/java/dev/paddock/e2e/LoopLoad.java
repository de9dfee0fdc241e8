package dev.paddock.e2e;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;

/**
 * The whole loop on a running Paddock with real pairs while programs ask for scores: import, training, report, promotion, rollback, with the
 * time that each took. Afterwards all scores are computed here once more. docs/benchmarks.md says how to run it.
 */
final class LoopLoad {

    private static final int CALLERS = 4;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private long began = System.nanoTime();

    /** Arguments: helpfulness or safety, a file of HH-RLHF (gzip), how many of its lines. */
    public static void main(String[] arguments) throws Exception {
        var kind = ModelKind.valueOf(arguments[0].toUpperCase(Locale.ROOT));
        var pairs = lines(Path.of(arguments[1]), Integer.parseInt(arguments[2]));
        var data = Files.createTempDirectory("paddock-load").resolve("data");
        try (var paddock = new PaddockProcess(data, true).awaitHealth()) {
            new LoopLoad().run(new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN), kind, pairs, data);
        }
    }

    private static String lines(Path file, int most) throws IOException {
        try (var text = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return text.lines().limit(most).collect(Collectors.joining("\n"));
        }
    }

    private void run(ApiClient owner, ModelKind kind, String pairs, Path data) throws Exception {
        var loop = new TrainingLoop(owner, kind);
        took("first model: " + loop.awaitModel());
        try (var callers = new ScoreCallers(owner, kind, CALLERS, PAUSE)) {
            callers.letThemAsk();
            took("alone with the callers");
            var campaign = loop.campaign();
            took("import: " + loop.imported(campaign, pairs).get("accepted") + " accepted");
            var training = loop.trained(campaign);
            took("training: " + training.get("state") + ", "
                    + training.path("report").get("figures"));
            var candidate = training.get("model").asString();
            took("report of the candidate: " + loop.report(candidate).get("tracks"));
            loop.promoted(candidate, "to measure it").expect(200);
            took("promotion, scores by " + callers.scores(List.of("Fine.")).model());
            callers.letThemAsk();
            took("alone with the callers");
            loop.rolledBack();
            took("rollback, scores by " + callers.scores(List.of("Fine.")).model());
            callers.letThemAsk();
            took("alone with the callers");
            tell(callers.end(), data, loop.models());
        }
    }

    private static void tell(List<List<ScoreCallers.Call>> calls, Path data, JsonNode models) throws IOException {
        var all = calls.stream().flatMap(List::stream).toList();
        try (var genuine = new GenuineScores(data, models)) {
            System.out.printf(
                    "%d calls, none failed, by model %s; %d with a score that is not its model's%n",
                    all.size(),
                    all.stream().collect(Collectors.groupingBy(ScoreCallers.Call::model, Collectors.counting())),
                    all.stream().filter(call -> !genuine.has(call)).count());
        }
    }

    private void took(String step) {
        var now = System.nanoTime();
        System.out.printf(Locale.ROOT, "%7.1f s  %s%n", (now - began) / 1e9, step);
        began = now;
    }
}
