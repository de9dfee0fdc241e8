package dev.paddock.e2e;

import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Programs that ask for scores all the time, half of them by {@code POST /api/scores}, half by {@code POST /api/rewards}, each time of two
 * answers that nobody asked for before. A call that fails ends them.
 */
final class ScoreCallers implements AutoCloseable {

    static final String QUESTION = "How are you?";

    private static final int A_WHILE_MILLIS = 1_500;

    private final ApiClient owner;
    private final ModelKind kind;
    private final Duration pause;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Future<List<Call>>> callers;
    /** How often each was answered so far. */
    private final AtomicIntegerArray answered;

    private final AtomicInteger texts = new AtomicInteger();
    private volatile boolean over;

    /**
     * One answer of Paddock's.
     *
     * @param model that has given all the scores
     * @param texts what they were asked for
     */
    record Call(String model, List<String> texts, List<Double> scores) {}

    /** @param pause of each between two calls */
    ScoreCallers(ApiClient owner, ModelKind kind, int callers, Duration pause) {
        this.owner = owner;
        this.kind = kind;
        this.pause = pause;
        this.answered = new AtomicIntegerArray(callers);
        this.callers = IntStream.range(0, callers)
                .mapToObj(i -> threads.submit(() -> calls(i)))
                .toList();
    }

    private List<Call> calls(int caller) throws Exception {
        var calls = new ArrayList<Call>();
        while (!over) {
            var asked = List.of(answer(texts.incrementAndGet()), answer(texts.incrementAndGet()));
            calls.add(caller % 2 == 0 ? scores(asked) : rewards(asked));
            answered.incrementAndGet(caller);
            Thread.sleep(pause);
        }
        return calls;
    }

    private static String answer(int number) {
        return "Well, thanks. I counted my cats, and my neighbour's, and those that sleep on the wall: " + number
                + " of them. How many are yours?";
    }

    /** By the model that serves now. */
    Call scores(List<String> asked) throws IOException {
        var request = Map.of("kind", kind.label(), "conversations", conversations(asked));
        var answer = owner.post("/api/scores", request).expect(200).json();
        return new Call(answer.get("model").asString(), asked, values(answer.get("scores")));
    }

    private Call rewards(List<String> asked) throws IOException {
        var request = Map.of("conversations", conversations(asked));
        var answer = owner.post("/api/rewards", request).expect(200).json();
        var scores = StreamSupport.stream(answer.get("rewards").spliterator(), false)
                .map(reward -> reward.get(kind.label()).asDouble())
                .toList();
        return new Call(answer.get(kind.label()).get("model").asString(), asked, scores);
    }

    private static List<Map<String, Object>> conversations(List<String> answers) {
        return answers.stream()
                .map(answer -> Map.<String, Object>of(
                        "messages", List.of(message("user", QUESTION), message("assistant", answer))))
                .toList();
    }

    private static Map<String, String> message(String role, String content) {
        return Map.of("role", role, "content", content);
    }

    private static List<Double> values(JsonNode scores) {
        return StreamSupport.stream(scores.spliterator(), false)
                .map(JsonNode::asDouble)
                .toList();
    }

    /** Long enough for each of them to ask many times, and until each has asked once at least from the beginning of it to the end. */
    void letThemAsk() throws InterruptedException {
        var enough = IntStream.range(0, answered.length())
                .map(caller -> answered.get(caller) + 2)
                .toArray();
        Thread.sleep(A_WHILE_MILLIS);
        for (var caller = 0; caller < enough.length; caller++) {
            while (answered.get(caller) < enough[caller] && !callers.get(caller).isDone()) {
                Thread.sleep(pause);
            }
        }
    }

    /** Ends them. @return the calls of each in their order */
    List<List<Call>> end() throws Exception {
        over = true;
        var calls = new ArrayList<List<Call>>();
        for (var caller : callers) {
            calls.add(caller.get());
        }
        return calls;
    }

    @Override
    public void close() {
        over = true;
        threads.close();
    }
}
