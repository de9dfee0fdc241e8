package dev.paddock.e2e;

import dev.paddock.reward.Bundles;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * A benchmark: programs that ask for scores as fast as they get them, through HTTP, in turns while one model serves and while two take each
 * other's place all the time. The second is the first with every weight turned round, so the sign of a score says whose it is: all are
 * compared with the first's afterwards. docs/benchmarks.md says how to run it.
 */
final class SwapLoad {

    private static final int CALLERS = 4;
    private static final Duration ROUND = Duration.ofSeconds(20);

    private final ApiClient owner;
    private final String first;
    private final String second;
    private final AtomicInteger texts = new AtomicInteger();

    private SwapLoad(PaddockProcess paddock) throws Exception {
        owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
        first = awaitModel();
        var contrary = Bundles.contrary(ModelKind.SAFETY).readAllBytes();
        second = text(
                owner.upload("/api/reward-models", "application/zip", contrary).expect(201), "name");
    }

    /** Arguments: how many rounds of each. */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("paddock-load");
        try (var paddock = new PaddockProcess(folder.resolve("data"), true).awaitHealth()) {
            var load = new SwapLoad(paddock);
            load.round("warm-up", false);
            for (var i = 0; i < Integer.parseInt(arguments[0]); i++) {
                load.round("one model serves", false);
                load.round("two in turns", true);
            }
        }
    }

    private String awaitModel() throws Exception {
        while (true) {
            var answer = scores(List.of(text(0)));
            if (answer.status() == 200) {
                return text(answer, "model");
            }
            Thread.sleep(200);
        }
    }

    /** @param texts what was scored, and what came back for it */
    private record Call(long nanos, String model, List<String> texts, List<Double> scores) {}

    private void round(String name, boolean swapping) throws Exception {
        var over = new AtomicBoolean();
        Callable<List<Call>> caller = () -> {
            var calls = new ArrayList<Call>();
            while (!over.get()) {
                calls.add(call());
            }
            return calls;
        };
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = IntStream.range(0, CALLERS)
                    .mapToObj(_ -> threads.submit(caller))
                    .toList();
            var swaps = untilTheRoundEnds(swapping);
            over.set(true);
            var calls = new ArrayList<Call>();
            for (Future<List<Call>> each : callers) {
                calls.addAll(each.get());
            }
            if (swapping) {
                promote(first);
            }
            report(name, swaps, calls);
        }
    }

    private int untilTheRoundEnds(boolean swapping) throws Exception {
        var end = System.nanoTime() + ROUND.toNanos();
        var swaps = 0;
        while (System.nanoTime() < end) {
            if (swapping) {
                promote(swaps++ % 2 == 0 ? second : first);
            } else {
                Thread.sleep(100);
            }
        }
        return swaps;
    }

    /** And waits until the process follows. */
    private void promote(String model) throws Exception {
        owner.post("/api/reward-models/" + model + "/promotion", Map.of("reason", "to measure it"))
                .expect(200);
        while (!text(scores(List.of(text(0))).expect(200), "model").equals(model)) {
            Thread.sleep(20);
        }
    }

    private Call call() throws IOException {
        var asked = List.of(text(texts.incrementAndGet()), text(texts.incrementAndGet()));
        var began = System.nanoTime();
        var answer = scores(asked).expect(200);
        return new Call(System.nanoTime() - began, text(answer, "model"), asked, values(answer));
    }

    private static String text(int number) {
        return "Well, thanks. I counted my cats, and my neighbour's, and those that sleep on the wall: " + number
                + " of them. How many are yours?";
    }

    private ApiClient.Answer scores(List<String> answers) throws IOException {
        var conversations = answers.stream()
                .map(answer ->
                        Map.of("messages", List.of(message("user", "How are you?"), message("assistant", answer))))
                .toList();
        return owner.post("/api/scores", Map.of("kind", "safety", "conversations", conversations));
    }

    private static Map<String, String> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static String text(ApiClient.Answer answer, String field) {
        return answer.json().get(field).asString();
    }

    private static List<Double> values(ApiClient.Answer answer) {
        return StreamSupport.stream(answer.json().get("scores").spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    private void report(String name, int swaps, List<Call> calls) throws IOException {
        var nanos = calls.stream().mapToLong(Call::nanos).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%-18s %5.0f calls/s   p50 %5.1f ms   p99 %5.1f ms   longest %5.1f ms   %d swaps, %d calls, %d with a foreign score%n",
                name,
                nanos.length / (double) ROUND.toSeconds(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length - 1] / 1e6,
                swaps,
                calls.size(),
                foreign(calls));
    }

    /** The first model serves again. */
    private int foreign(List<Call> calls) throws IOException {
        var foreign = 0;
        for (var call : calls) {
            var sign = call.model().equals(first) ? 1 : -1;
            var expected = values(scores(call.texts()).expect(200)).stream()
                    .map(score -> sign * score)
                    .toList();
            foreign += call.scores().equals(expected) ? 0 : 1;
        }
        return foreign;
    }
}
