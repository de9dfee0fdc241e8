package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the heads of the two default reward models, and their cards, from HH-RLHF files: {@code --data DIR --out DIR [--cache DIR]}. The
 * folder for the cache keeps the encoder's vectors, which take minutes to compute; all else takes seconds to a few minutes.
 */
public final class TrainDefaults {

    private static final Logger log = LoggerFactory.getLogger(TrainDefaults.class);
    private static final long SEED = 20_230_719;

    private final Path data;
    private final Path out;
    private final Path cache;
    private final List<Block> available = DefaultRecipe.blocks();

    private TrainDefaults(Path data, Path out, Path cache) {
        this.data = data;
        this.out = out;
        this.cache = cache;
    }

    public static void main(String[] arguments) throws IOException {
        var options = options(arguments);
        var data = options.get("--data");
        var out = options.get("--out");
        if (data == null || out == null) {
            throw new IllegalArgumentException("Usage: TrainDefaults --data DIR --out DIR [--cache DIR]");
        }
        new TrainDefaults(Path.of(data), Path.of(out), Path.of(options.getOrDefault("--cache", "target/vectors")))
                .run();
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private void run() throws IOException {
        try (var embedder = new Embedder(available, DefaultRecipe.TEMPLATE, DefaultRecipe.TRUNCATION);
                var vectorCache = new VectorCache(cache, DefaultRecipe.describe(available), embedder.width())) {
            var vectors = new Vectors(embedder, vectorCache);
            var trained = new EnumMap<ModelKind, TrainedDefault>(ModelKind.class);
            for (var kind : ModelKind.values()) {
                trained.put(kind, train(TrainingSet.read(data, kind), vectors));
            }
            for (var kind : ModelKind.values()) {
                var other = kind == ModelKind.HELPFULNESS ? ModelKind.SAFETY : ModelKind.HELPFULNESS;
                write(Objects.requireNonNull(trained.get(kind)), Objects.requireNonNull(trained.get(other)), vectors);
            }
        }
    }

    private TrainedDefault train(TrainingSet set, Vectors vectors) throws IOException {
        log.info("{}: vectors of {} pairs", set.kind().label(), set.pairs().size());
        var table = vectors.of(set.pairs());
        var validation = new CrossValidation(table, available, SEED);
        var candidates = DefaultRecipe.candidates(set.kind());
        var nested = validation.nested(candidates);
        log.info(
                "{}: nested accuracy {}",
                set.kind().label(),
                nested.evaluation().accuracy());
        nested.chosen().forEach(chosen -> log.info("  a fold chose {}", chosen.label()));
        var candidate = validation.best(candidates);
        return new TrainedDefault(set, table, available, nested, candidate, candidate.fit(table, available));
    }

    private void write(TrainedDefault trained, TrainedDefault other, Vectors vectors) throws IOException {
        var golden = new ArrayList<Double>();
        for (var conversation : GoldenConversations.ALL) {
            golden.add(trained.reward(vectors.vector(conversation)));
        }
        new DefaultFiles(trained, other, golden)
                .write(out.resolve(trained.set().kind().label()));
    }
}
