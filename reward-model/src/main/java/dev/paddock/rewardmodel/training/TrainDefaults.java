package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.pairs.TrainingSet;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.heads.PairTable;
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
 * Makes the heads of the two default reward models, and their cards, from HH-RLHF files, PandaLM's test set, FineGrainedRLHF's feedback and
 * AdvBench's requests: {@code --data DIR --pandalm FILE --fine-grained FILE --advbench FILE --out DIR [--cache DIR]}. The folder for the cache keeps the encoder's vectors, which take minutes to compute; all else takes seconds to a few minutes.
 */
public final class TrainDefaults {

    private static final Logger log = LoggerFactory.getLogger(TrainDefaults.class);
    private static final long SEED = 20_230_719;

    private final Path data;
    private final Path pandaLm;
    private final Path fineGrained;
    private final Path advBench;
    private final Path out;
    private final Path cache;
    private final List<Block> available = DefaultRecipe.blocks();

    private TrainDefaults(Path data, Path pandaLm, Path fineGrained, Path advBench, Path out, Path cache) {
        this.data = data;
        this.pandaLm = pandaLm;
        this.fineGrained = fineGrained;
        this.advBench = advBench;
        this.out = out;
        this.cache = cache;
    }

    public static void main(String[] arguments) throws IOException {
        var options = options(arguments);
        new TrainDefaults(
                        required(options, "--data"),
                        required(options, "--pandalm"),
                        required(options, "--fine-grained"),
                        required(options, "--advbench"),
                        required(options, "--out"),
                        Path.of(options.getOrDefault("--cache", "target/vectors")))
                .run();
    }

    private static Path required(Map<String, String> options, String name) {
        var value = options.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "There is no " + name + ". Usage: " + DefaultFiles.COMMAND + " [--cache DIR]");
        }
        return Path.of(value);
    }

    private static Map<String, String> options(String[] arguments) {
        var options = new HashMap<String, String>();
        for (var i = 0; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        return options;
    }

    private void run() throws IOException {
        var helpful = TrainingSet.read(data, ModelKind.HELPFULNESS);
        // What is multiplied must be known before there are vectors to train on.
        var axes = new DefaultAxes(helpful, pandaLm, fineGrained).fit(cache);
        try (var embedder = new Embedder(available, axes, DefaultRecipe.TEMPLATE, DefaultRecipe.TRUNCATION);
                var vectorCache = new VectorCache(cache, embedder.recipe(), embedder.width())) {
            var vectors = new Vectors(embedder, vectorCache);
            var harmless = TrainingSet.read(data, ModelKind.SAFETY);
            var helpfulTable = table(helpful, vectors);
            var sources = new LentSources(pandaLm, fineGrained, advBench, vectors);
            var trained = new EnumMap<ModelKind, TrainedDefault>(ModelKind.class);
            trained.put(ModelKind.HELPFULNESS, train(helpful, helpfulTable, sources.forHelpfulness(helpful), axes));
            trained.put(
                    ModelKind.SAFETY,
                    train(
                            harmless,
                            table(harmless, vectors),
                            sources.forSafety(harmless, helpful, helpfulTable),
                            axes));
            for (var kind : ModelKind.values()) {
                var other = kind == ModelKind.HELPFULNESS ? ModelKind.SAFETY : ModelKind.HELPFULNESS;
                write(Objects.requireNonNull(trained.get(kind)), Objects.requireNonNull(trained.get(other)), vectors);
            }
        }
    }

    private static PairTable table(TrainingSet set, Vectors vectors) throws IOException {
        log.info("{}: vectors of {} pairs", set.kind().label(), set.pairs().size());
        return vectors.of(set.pairs())
                .weighing(set.pairs().stream()
                        .mapToDouble(pair -> DefaultRecipe.weight(pair.source()))
                        .toArray());
    }

    private TrainedDefault train(TrainingSet set, PairTable table, Lent lent, Axes axes) {
        var validation = new CrossValidation(table, lent.table(), available, SEED);
        var designs = DefaultRecipe.designs(set.kind());
        var nested = validation.nested(designs);
        log.info(
                "{}: nested accuracy {}",
                set.kind().label(),
                nested.evaluation().accuracy());
        nested.designs().forEach(design -> log.info("  a fold chose the penalty {}", design.l2()));
        var design = validation.best(designs);
        var head = design.fit(table.and(lent.table()), available).centredOn(design.columns(table, available));
        return new TrainedDefault(set, table, lent, available, axes, nested, design, head);
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
