package dev.paddock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.e2e.ScoreCallers.Call;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** I7 on the running product: from judged pairs to another model and back, and nobody who asks for scores is refused or deceived. */
class LoopUnderLoadTest {

    private static final int PAIRS = 120;
    private static final int CALLERS = 3;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final List<String> BEFORE_AND_AFTER = List.of("Fine.", "Fine, thanks. And you?");

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void aModelIsTrainedTakesOverAndGoesAgainWhileEachCallIsAnsweredByOneModel(@TempDir Path folder) throws Exception {
        var data = folder.resolve("data");
        try (var paddock = new PaddockProcess(data, true).awaitHealth()) {
            paddock.during(() -> loop(paddock, data));
        }
    }

    private static void loop(PaddockProcess paddock, Path data) throws Exception {
        var owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
        var loop = new TrainingLoop(owner, ModelKind.HELPFULNESS);
        var first = loop.awaitModel();
        try (var callers = new ScoreCallers(owner, ModelKind.HELPFULNESS, CALLERS, PAUSE)) {
            var before = callers.scores(BEFORE_AND_AFTER);
            var candidate = trained(loop);

            loop.promoted(candidate, "").expect(409);
            loop.promoted(candidate, "So few are held out, and it is needed now.")
                    .expect(200);
            var after = callers.scores(BEFORE_AND_AFTER);
            callers.letThemAsk();
            loop.rolledBack();
            var again = callers.scores(BEFORE_AND_AFTER);
            callers.letThemAsk();

            var calls = callers.end();
            assertThat(calls)
                    .hasSize(CALLERS)
                    .allSatisfy(each -> assertThat(inTurn(each)).containsExactly(first, candidate, first));
            assertThat(inTurn(List.of(before, after, again))).containsExactly(first, candidate, first);
            assertThat(after.scores()).doesNotContainAnyElementsOf(before.scores());
            try (var genuine = new GenuineScores(data, loop.models())) {
                assertThat(calls.stream().flatMap(List::stream).filter(call -> !genuine.has(call)))
                        .isEmpty();
                assertThat(List.of(before, after, again)).allMatch(genuine::has);
            }
        }
    }

    /** @return the candidate that came out */
    private static String trained(TrainingLoop loop) throws IOException {
        var campaign = loop.campaign();
        var imported = loop.imported(campaign, pairs());
        assertThat(imported.get("accepted").asInt()).as(imported.toString()).isEqualTo(PAIRS);

        var training = loop.trained(campaign);
        assertThat(training.get("state").asString()).as(training.toString()).isEqualTo("done");
        var candidate = training.get("model").asString();
        assertThat(loop.report(candidate).get("comparisons").asInt())
                .isEqualTo(training.get("report").get("heldOut").asInt())
                .isPositive();
        return candidate;
    }

    /** People here want a rhyme about a fish, whatever they asked. */
    private static String pairs() {
        return IntStream.range(0, PAIRS)
                .mapToObj(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Tell me about subject %1$d.\"}],\"responses\":[{\"text\":\"A fish in a dish made wish %1$d!\"},{\"text\":\"Subject %1$d is well documented. Please consult the usual sources.\"}],\"chosen\":0}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
    }

    /** The models of calls one after the other, as one took another's place. */
    private static List<String> inTurn(List<Call> calls) {
        return IntStream.range(0, calls.size())
                .filter(i ->
                        i == 0 || !calls.get(i).model().equals(calls.get(i - 1).model()))
                .mapToObj(i -> calls.get(i).model())
                .toList();
    }
}
