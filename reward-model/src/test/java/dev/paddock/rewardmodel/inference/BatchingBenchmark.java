package dev.paddock.rewardmodel.inference;

import com.sun.management.OperatingSystemMXBean;
import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.bundles.PooledEncoder;
import dev.paddock.rewardmodel.onnx.ExecutionProviders;
import dev.paddock.rewardmodel.onnx.Tokenizer;
import dev.paddock.rewardmodel.pairs.HhRlhf;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The same answers through the default safety model under several policies of batching, in turns; prints texts per CPU second, texts per
 * second, and how far a score moved from the one the answer gets alone. Then {@value #CALLERS} callers, each with one answer at a time, of a
 * model that takes them one by one and of one that has a dispatcher, as on CUDA. Arguments: an HH-RLHF file, how many of its answers, rounds, and
 * where it is to be had the encoder in 32-bit floats, which then takes the place of the int8 one.
 */
final class BatchingBenchmark {

    private static final int WARM_UP = 20;
    private static final int CALLERS = 64;
    private static final int GPU_TOKENS = 16_384;

    private final OnnxRewardModel model;
    private final List<List<Message>> texts;
    private final List<Integer> lengths;
    private final double[] alone;

    private BatchingBenchmark(OnnxRewardModel model, List<List<Message>> texts) {
        this.model = model;
        this.texts = texts;
        var scores = texts.stream().map(model::score).toList();
        this.lengths = scores.stream().map(Score::tokens).toList();
        this.alone = scores.stream().mapToDouble(Score::value).toArray();
    }

    public static void main(String[] arguments) throws IOException {
        var texts = HhRlhf.read(Path.of(arguments[0])).pairs().stream()
                .limit(Integer.parseInt(arguments[1]))
                .map(pair -> pair.chosenConversation())
                .toList();
        var encoder = arguments.length > 3 ? Files.readAllBytes(Path.of(arguments[3])) : DefaultEncoder.onnx();
        var rounds = Integer.parseInt(arguments[2]);
        try (var alone = model(encoder, new BatchPolicy(0));
                var dispatched = model(encoder, new BatchPolicy(GPU_TOKENS))) {
            var benchmark = new BatchingBenchmark(alone, texts);
            benchmark.run(rounds);
            for (var round = 1; round <= rounds; round++) {
                benchmark.callers(round, "one by one", alone);
                benchmark.callers(round, "dispatcher, 16,384 tokens", dispatched);
            }
        }
    }

    private static OnnxRewardModel model(byte[] encoder, BatchPolicy policy) throws IOException {
        var head = DefaultBundles.head(ModelKind.SAFETY);
        var graph = PooledEncoder.withHead(encoder, head);
        var tokenizer = Files.write(Files.createTempFile("tokenizer", ".json"), DefaultEncoder.tokenizer());
        return new OnnxRewardModel(
                head.card(),
                "of this benchmark",
                ExecutionProviders.cpu().open(graph, "the default safety model"),
                Tokenizer.open(tokenizer),
                new Batching(policy));
    }

    private void run(int rounds) {
        for (var policy : policies().entrySet()) {
            for (var lanes : List.of(1, Runtime.getRuntime().availableProcessors())) {
                Lanes.map(
                        lanes,
                        policy.getValue()
                                .subList(0, Math.min(WARM_UP, policy.getValue().size())),
                        this::score);
            }
        }
        for (var round = 1; round <= rounds; round++) {
            for (var lanes : List.of(1, Runtime.getRuntime().availableProcessors())) {
                for (var policy : policies().entrySet()) {
                    measure(round, lanes, policy.getKey(), policy.getValue());
                }
            }
        }
    }

    private Map<String, List<List<Integer>>> policies() {
        var policies = new LinkedHashMap<String, List<List<Integer>>>();
        policies.put("one by one", slices(byLength(), 1));
        policies.put(
                "as they come, 32",
                slices(IntStream.range(0, texts.size()).boxed().toList(), 32));
        policies.put("by length, 4", slices(byLength(), 4));
        policies.put("by length, 2,048 tokens", packed(2_048));
        policies.put("by length, 16,384 tokens", packed(GPU_TOKENS));
        policies.put("as dispatched, 16,384", dispatched());
        return policies;
    }

    private List<List<Integer>> packed(int tokens) {
        var batches = new ArrayList<List<Integer>>();
        for (var index : byLength()) {
            if (batches.isEmpty() || lengths.get(index) * (batches.getLast().size() + 1L) > tokens) {
                batches.add(new ArrayList<>());
            }
            batches.getLast().add(index);
        }
        return batches;
    }

    /** Of one call with all of them. */
    private List<List<Integer>> dispatched() {
        var sorted = byLength();
        return BatchPolicyTest.batches(
                        new BatchPolicy(GPU_TOKENS),
                        sorted.stream().map(lengths::get).toList())
                .stream()
                .map(batch -> batch.stream().map(sorted::get).toList())
                .toList();
    }

    private List<Integer> byLength() {
        var indexes = new ArrayList<>(IntStream.range(0, texts.size()).boxed().toList());
        Collections.sort(indexes, Comparator.comparing(lengths::get));
        return indexes;
    }

    private static List<List<Integer>> slices(List<Integer> indexes, int size) {
        return IntStream.range(0, (indexes.size() + size - 1) / size)
                .mapToObj(i -> indexes.subList(i * size, Math.min(indexes.size(), (i + 1) * size)))
                .toList();
    }

    private List<Score> score(List<Integer> batch) {
        return model.together(batch.stream().map(texts::get).toList());
    }

    private void measure(int round, int lanes, String policy, List<List<Integer>> batches) {
        var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var cpu = process.getProcessCpuTime();
        var clock = System.nanoTime();
        var scored = Lanes.map(lanes, batches, this::score);
        var cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
        var seconds = (System.nanoTime() - clock) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "round %d, %d at once, %-26s %6.1f texts/cpu-s %6.1f texts/s, padding %2.0f %%, furthest score %.4f%n",
                round,
                lanes,
                policy,
                texts.size() / cpuSeconds,
                texts.size() / seconds,
                100 * padding(batches),
                furthest(batches, scored));
    }

    private void callers(int round, String policy, RewardModel by) {
        var process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        var next = new AtomicInteger();
        var took = new ConcurrentLinkedQueue<Long>();
        var cpu = process.getProcessCpuTime();
        var clock = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            for (var caller = 0; caller < CALLERS; caller++) {
                threads.submit(() -> {
                    for (var i = next.getAndIncrement(); i < texts.size(); i = next.getAndIncrement()) {
                        var began = System.nanoTime();
                        by.score(texts.get(i));
                        took.add(System.nanoTime() - began);
                    }
                });
            }
        }
        var cpuSeconds = (process.getProcessCpuTime() - cpu) / 1e9;
        var seconds = (System.nanoTime() - clock) / 1e9;
        var sorted = took.stream().sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "round %d, %d callers, %-26s %6.1f texts/cpu-s %6.1f texts/s, p50 %5.0f ms, p99 %5.0f ms%n",
                round,
                CALLERS,
                policy,
                sorted.size() / cpuSeconds,
                sorted.size() / seconds,
                sorted.get(sorted.size() / 2) / 1e6,
                sorted.get(sorted.size() * 99 / 100) / 1e6);
    }

    private double padding(List<List<Integer>> batches) {
        var padded = batches.stream()
                .mapToLong(batch -> (long) batch.size()
                        * batch.stream().mapToInt(lengths::get).max().orElse(0))
                .sum();
        return 1 - lengths.stream().mapToLong(Integer::longValue).sum() / (double) padded;
    }

    private double furthest(List<List<Integer>> batches, List<List<Score>> scored) {
        var furthest = 0.0;
        for (var i = 0; i < batches.size(); i++) {
            for (var j = 0; j < batches.get(i).size(); j++) {
                furthest = Math.max(
                        furthest,
                        Math.abs(scored.get(i).get(j).value()
                                - alone[batches.get(i).get(j)]));
            }
        }
        return furthest;
    }
}
