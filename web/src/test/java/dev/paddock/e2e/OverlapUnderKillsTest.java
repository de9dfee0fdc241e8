package dev.paddock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** I1 and I2: exact overlap and nothing lost, whatever is killed. */
class OverlapUnderKillsTest {

    private static final int PEOPLE = 64;
    private static final int PAIRS = 150;
    private static final int JUDGEMENTS = 3;
    private static final List<String> ORDERS = List.of("arrival", "uncertainty");
    private static final List<String> DEGREES =
            List.of("significantly-better", "better", "slightly-better", "negligibly-better");

    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger saved = new AtomicInteger();

    @Test
    void sixtyFourAnnotatorsGiveEachPairExactlyThreeJudgementsThoughPaddockIsKilledTwice(@TempDir Path folder)
            throws Exception {
        try (var paddock = new PaddockProcess(folder.resolve("data"), true).awaitHealth()) {
            var owner = new ApiClient(paddock.url(), PaddockProcess.OWNER_TOKEN);
            var campaigns = new ArrayList<String>();
            for (var order : ORDERS) {
                campaigns.add(campaignWithPairs(owner, order));
            }
            var tokens = annotators(owner, campaigns);

            try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
                var work = tokens.stream()
                        .map(token -> pool.submit(() -> annotate(new ApiClient(paddock.url(), token), campaigns)))
                        .toList();
                killAndRestartAt(ORDERS.size() * PAIRS * JUDGEMENTS / 3, paddock, work);
                killAndRestartAt(ORDERS.size() * PAIRS * JUDGEMENTS * 2 / 3, paddock, work);
                for (var each : work) {
                    each.get();
                }
            }

            var rows = new ArrayList<JsonNode>();
            for (var campaign : campaigns) {
                var came = owner.get("/api/campaigns/" + campaign + "/comparisons?format=trl")
                        .expect(200)
                        .lines();
                assertThat(judgementsOfEachPair(came))
                        .hasSize(PAIRS)
                        .allSatisfy((pair, people) ->
                                assertThat(people).hasSize(JUDGEMENTS).doesNotHaveDuplicates());
                rows.addAll(came);
            }
            assertThat(rows).extracting(row -> row.get("id").asString()).containsAll(acknowledged);
        }
    }

    private static String campaignWithPairs(ApiClient owner, String order) throws IOException {
        var campaign = owner.campaign("Overlap by " + order, "helpfulness", JUDGEMENTS, Map.of("order", order));
        var pairs = IntStream.range(0, PAIRS)
                .mapToObj(
                        "{\"messages\":[{\"role\":\"user\",\"content\":\"Question %1$d?\"}],\"responses\":[{\"text\":\"One answer to %1$d.\",\"variant\":\"a\"},{\"text\":\"Another answer to %1$d.\",\"variant\":\"b\"}]}"
                                ::formatted)
                .collect(Collectors.joining("\n"));
        var report = owner.post("/api/campaigns/" + campaign + "/pairs", "application/jsonl", pairs);
        assertThat(report.json().get("accepted").asInt()).as(report.text()).isEqualTo(PAIRS);
        assertThat(owner.post("/api/campaigns/" + campaign + "/activation").status())
                .isBetween(200, 204);
        return campaign;
    }

    private static List<String> annotators(ApiClient owner, List<String> campaigns) throws IOException {
        var tokens = new ArrayList<String>();
        for (int i = 0; i < PEOPLE; i++) {
            var email = "annotator" + i + "@example.org";
            var person = owner.post(
                            "/api/people", Map.of("email", email, "name", "Annotator " + i, "role", "annotator"))
                    .expect(201)
                    .json()
                    .get("id")
                    .asString();
            for (var campaign : campaigns) {
                assertThat(owner.post(
                                        "/api/campaigns/" + campaign + "/members",
                                        Map.of("person", person, "as", "annotator"))
                                .status())
                        .isBetween(200, 204);
            }
            var token =
                    owner.post("/api/people/" + person + "/tokens", Map.of("scopes", List.of("annotate"), "days", 1));
            tokens.add(token.expect(201).json().get("token").asString());
        }
        return tokens;
    }

    private void killAndRestartAt(int count, PaddockProcess paddock, List<? extends Future<?>> work) throws Exception {
        while (saved.get() < count) {
            for (var each : work) {
                if (each.state() == Future.State.FAILED) {
                    each.get();
                }
            }
            assertThat(work).as("somebody still finds work").anyMatch(each -> !each.isDone());
            PaddockProcess.pause();
        }
        paddock.kill();
        paddock.restart();
    }

    private Void annotate(ApiClient annotator, List<String> campaigns) {
        campaigns.forEach(campaign -> annotate(annotator, campaign));
        return null;
    }

    private void annotate(ApiClient annotator, String campaign) {
        while (true) {
            var next = untilAnswered(() -> annotator.post("/api/campaigns/" + campaign + "/tasks"))
                    .expect(200)
                    .json();
            if (!next.get("task").isNull()) {
                judge(annotator, next.get("task").get("id").asString());
            } else if (next.get("code").asString().equals("waiting-for-others")) {
                PaddockProcess.pause();
            } else {
                return;
            }
        }
    }

    private void judge(ApiClient annotator, String task) {
        var random = new Random(task.hashCode());
        var body = Map.of(
                "chosen",
                random.nextBoolean() ? "left" : "right",
                "degree",
                DEGREES.get(random.nextInt(DEGREES.size())),
                "then",
                "end");
        var key = UUID.randomUUID().toString();
        var receipt = untilAnswered(
                        () -> annotator.post("/api/tasks/" + task + "/comparison", body, "Idempotency-Key", key))
                .expect(201)
                .json();
        acknowledged.add(receipt.get("id").asString());
        saved.incrementAndGet();
    }

    private interface Call {
        ApiClient.Answer make() throws IOException;
    }

    /** As a careful client: a dead connection or a server in trouble says nothing about whether the call went through. */
    private static ApiClient.Answer untilAnswered(Call call) {
        while (true) {
            try {
                var answer = call.make();
                if (answer.status() < 500) {
                    return answer;
                }
            } catch (IOException e) {
                // Killed: the same call again, with the same key.
            }
            PaddockProcess.pause();
        }
    }

    private static Map<String, List<String>> judgementsOfEachPair(List<JsonNode> rows) {
        var people = new TreeMap<String, List<String>>();
        for (var row : rows) {
            people.computeIfAbsent(row.get("prompt").toString(), prompt -> new ArrayList<>())
                    .add(row.get("annotator").asString());
        }
        return new HashMap<>(people);
    }
}
