package dev.paddock.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A benchmark: 64 annotators who take a task and save a comparison as fast as Paddock lets them, through HTTP, in turns with the same two
 * transactions by JDBC alone on the same PostgreSQL. docs/benchmarks.md says how to run it.
 */
final class AnnotationLoad {

    private static final int PEOPLE = 64;

    /** The server's code is compiled as it runs, on the cores that are measured: until then it is its compiler that is timed. */
    private static final Duration WARM_UP = Duration.ofSeconds(60);

    private static final Duration ROUND = Duration.ofSeconds(10);

    private final PaddockProcess paddock;
    private final ApiClient owner;

    private AnnotationLoad(PaddockProcess paddock) {
        this.paddock = paddock;
        this.owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
    }

    /** Arguments: how many rounds of each. */
    public static void main(String[] arguments) throws Exception {
        var folder = Files.createTempDirectory("paddock-load");
        try (var paddock = new PaddockProcess(folder.resolve("data"), true).awaitHealth()) {
            new AnnotationLoad(paddock).run(folder, Integer.parseInt(arguments[0]));
        }
    }

    private void run(Path folder, int rounds) throws Exception {
        var people = people();
        round("warm-up over HTTP", WARM_UP, overHttp(people, campaign(people)));
        for (var i = 0; i < rounds; i++) {
            round("HTTP", ROUND, overHttp(people, campaign(people)));
            try (var bare = new BareCycles(folder.resolve("data"), PEOPLE)) {
                round("JDBC", ROUND, bare.cycles());
            }
        }
    }

    /** @param cycles one for each annotator; false when there is nothing left to do */
    private static void round(String name, Duration time, List<Callable<Boolean>> cycles) throws Exception {
        var end = System.nanoTime() + time.toNanos();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var timings = new ArrayList<Long>();
            for (var each : threads.invokeAll(cycles.stream()
                    .map(cycle -> (Callable<List<Long>>) () -> timings(cycle, end))
                    .toList())) {
                timings.addAll(each.get());
            }
            report(
                    name,
                    time,
                    timings.stream().mapToLong(Long::longValue).sorted().toArray());
        }
    }

    private static List<Long> timings(Callable<Boolean> cycle, long end) throws Exception {
        var timings = new ArrayList<Long>();
        while (System.nanoTime() < end) {
            var began = System.nanoTime();
            if (!cycle.call()) {
                throw new IllegalStateException(
                        "the work ran out after " + timings.size() + " cycles of one annotator");
            }
            timings.add(System.nanoTime() - began);
        }
        return timings;
    }

    private static void report(String name, Duration time, long[] nanos) {
        System.out.printf(
                Locale.ROOT,
                "%-18s %6.0f cycles/s   p50 %6.1f ms   p99 %6.1f ms (%.1f x p50)%n",
                name,
                nanos.length / (double) time.toSeconds(),
                nanos[nanos.length / 2] / 1e6,
                nanos[nanos.length * 99 / 100] / 1e6,
                nanos[nanos.length * 99 / 100] / (double) nanos[nanos.length / 2]);
    }

    private List<Callable<Boolean>> overHttp(List<Person> people, String campaign) {
        return people.stream()
                .map(person -> {
                    var annotator = new ApiClient(paddock.url(), person.token());
                    return (Callable<Boolean>) () -> cycle(annotator, campaign);
                })
                .toList();
    }

    private static boolean cycle(ApiClient annotator, String campaign) throws IOException {
        var next = annotator
                .post("/api/campaigns/" + campaign + "/tasks")
                .expect(200)
                .json()
                .get("task");
        if (next.isNull()) {
            return false;
        }
        annotator
                .post(
                        "/api/tasks/" + next.get("id").asString() + "/comparison",
                        Map.of("chosen", "left", "degree", "better", "then", "end"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201);
        return true;
    }

    private record Person(String id, String token) {}

    private List<Person> people() throws IOException {
        var people = new ArrayList<Person>();
        for (var i = 0; i < PEOPLE; i++) {
            var asked = Map.of("email", "a" + i + "@example.org", "name", "Annotator " + i, "role", "annotator");
            var id = owner.post("/api/people", asked)
                    .expect(201)
                    .json()
                    .get("id")
                    .asString();
            var token = owner.post("/api/people/" + id + "/tokens", Map.of("scopes", List.of("annotate"), "days", 1))
                    .expect(201);
            people.add(new Person(id, token.json().get("token").asString()));
        }
        return people;
    }

    private String campaign(List<Person> people) throws IOException {
        var id = owner.campaign("Load " + UUID.randomUUID(), "helpfulness", 3, Map.of());
        var pairs = IntStream.range(0, BareCycles.ITEMS)
                .mapToObj(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Question %1$d?\"}],\"responses\":[{\"text\":\"One answer to %1$d.\"},{\"text\":\"Another answer to %1$d.\"}]}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        owner.post("/api/campaigns/" + id + "/pairs", "application/jsonl", pairs)
                .expect(200);
        owner.post("/api/campaigns/" + id + "/activation").expect(200);
        for (var person : people) {
            owner.post("/api/campaigns/" + id + "/members", Map.of("person", person.id(), "as", "annotator"));
        }
        return id;
    }
}
