package dev.paddock.rewardmodel.retraining;

import dev.paddock.rewardmodel.ModelLoading;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.Sha256;
import dev.paddock.rewardmodel.bundles.BundleWriter;
import dev.paddock.rewardmodel.bundles.Head;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.pairs.LabelledPair;
import dev.paddock.rewardmodel.pairs.PreferencePair;
import dev.paddock.rewardmodel.pairs.SeedPairs;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Provenance;
import dev.paddock.rewardmodel.scoring.ModelCard.Training;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.Embedder;
import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.GoldenConversations;
import dev.paddock.rewardmodel.training.VectorCache;
import dev.paddock.rewardmodel.training.Vectors;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.PenaltySearch;
import dev.paddock.rewardmodel.training.heads.Whitenings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Trains the head of a default reward model further on an installation's own pairs. Pairs whose conversation is held out ({@link HoldOut})
 * are never trained on, whatever they are given as; only they judge, as far as they are impartial.
 *
 * @param start the head to begin from; the less there is to learn from, the nearer the result stays to it
 * @param own the pairs to learn from
 * @param judges the pairs to be judged by
 * @param seed pairs from elsewhere, mixed in while there are fewer than {@link #ENOUGH} own ones to train on
 * @param safetyWeight what the safety loss counts beside the ranking loss; 0 for none
 * @param origin for the card
 */
public record Retraining(
        Head start,
        String startId,
        List<LabelledPair> own,
        List<LabelledPair> judges,
        SeedPairs seed,
        double safetyWeight,
        Origin origin) {

    /** Own pairs from which on they need no others beside them. */
    public static final int ENOUGH = 500;

    /** Fewer teach nothing. */
    public static final int FEWEST = 20;

    /** Beside the ranking loss, of which it should not be the smaller part: a threshold is of no use where the order is wrong. */
    private static final double SAFETY_WEIGHT = 0.5;

    static final String NAME = "bge-small-trained";

    public static double usualSafetyWeight(ModelKind kind) {
        return kind == ModelKind.SAFETY ? SAFETY_WEIGHT : 0;
    }

    /** @param bundle the folder that was written */
    public record Result(Path bundle, TrainingReport report) {}

    /**
     * @param serving asked in handfuls; a pair of which it gives one answer no score judges neither model
     * @param cache where vectors are kept for the next training
     * @param target the folder to put the bundle's into
     * @throws TooFewPairs where there are fewer than {@link #FEWEST} to train on
     * @throws java.util.concurrent.CancellationException where the progress said so; then nothing is written
     */
    public Result run(Serving serving, Path cache, Path target, Progress progress) throws IOException {
        var training = learnable(own);
        var heldOut = judges.stream()
                .filter(pair -> pair.impartial() && HoldOut.contains(pair.pair().root()))
                .toList();
        requireEnough(training.size());
        var mixed = training.size() < ENOUGH ? seed.learnable() : SeedPairs.NONE;
        try (var embedder = embedder();
                var vectorCache = new VectorCache(cache, embedder.recipe(), embedder.width())) {
            var vectors = new Vectors(embedder, vectorCache);
            var pairs = Stream.concat(training.stream().map(LabelledPair::pair), mixed.pairs().stream())
                    .toList();
            var table = vectors.of(pairs, progress, "reading comparisons");
            var search = search(table, training);
            var trained = search.run(progress);
            var steps = new LearningCurve(search, trained).steps(progress);
            var judging = vectors.of(
                    heldOut.stream().map(LabelledPair::pair).toList(), progress, "reading held-out comparisons");
            var heldOutPairs = HeldOutPairs.by(serving, judging, heldOut, progress);
            var report = heldOutPairs.report(trained, mixed.pairs().size(), steps);
            var golden = golden(trained.head(), vectors);
            progress.at("writing the model", 0, 1);
            var card = card(trained, report, mixed, table, golden);
            var written = start.trained(
                    card, trained.head().toFloats(), (float) trained.head().bias());
            var text = new OwnCardText(this, card, report).markdown();
            return new Result(new BundleWriter(target).write(written, text), report);
        }
    }

    /** On the thread that opens all models: two at once have ended the process. */
    private Embedder embedder() throws IOException {
        var card = start.card();
        return ModelLoading.now(() ->
                new Embedder(Objects.requireNonNull(card.blocks()), start.axes(), card.template(), card.truncation()));
    }

    private PenaltySearch search(PairTable table, List<LabelledPair> training) {
        var before = LinearHead.of(start);
        var labels = safetyWeight > 0 ? training : List.<LabelledPair>of();
        return new PenaltySearch(before, table, labels, training.size(), safetyWeight);
    }

    private static List<ModelCard.Golden> golden(LinearHead head, Vectors vectors) throws IOException {
        var golden = new ArrayList<ModelCard.Golden>();
        for (var conversation : GoldenConversations.ALL) {
            golden.add(new ModelCard.Golden(conversation, head.reward(vectors.vector(conversation))));
        }
        return golden;
    }

    private ModelCard card(
            PenaltySearch.Found trained,
            TrainingReport report,
            SeedPairs mixed,
            PairTable table,
            List<ModelCard.Golden> golden) {
        var whitening = Whitenings.of(trained.head(), table);
        var figures = report.figures();
        return start.card()
                .trained(
                        NAME,
                        origin.version(),
                        whitening,
                        new Training(
                                data(mixed),
                                report.ownPairs() + report.seedPairs(),
                                trained.penalty(),
                                "in Paddock",
                                provenance(report)),
                        figures == null
                                ? List.of()
                                : List.of(new ModelCard.HeldOut(
                                        "held-out comparisons",
                                        report.heldOut(),
                                        figures.accuracy(),
                                        standardError(figures, report.heldOutConversations()),
                                        figures.lengthOnly())),
                        golden,
                        Math.min(0.1 * Math.max(1, whitening.deviation()), ModelCard.Golden.mostTolerance(golden)),
                        startId);
    }

    /** That of the interval, which knows what hangs together, or of so many conversations, which is more where they are few. */
    private static double standardError(TrainingReport.Figures figures, int conversations) {
        return Math.max(
                figures.interval().standardError(), Evaluation.standardError(figures.accuracy(), conversations));
    }

    private Map<String, String> data(SeedPairs mixed) {
        var data = new TreeMap<>(mixed.pairs().isEmpty() ? Map.<String, String>of() : mixed.hashes());
        data.put(origin.source(), fingerprint());
        return data;
    }

    private Provenance provenance(TrainingReport report) {
        return new Provenance(
                origin.campaigns(),
                origin.margin(),
                safetyWeight,
                report.ownPairs(),
                report.seedPairs(),
                origin.asOf(),
                origin.against());
    }

    /** Of all own pairs that are learnt from, in order; pair by pair, as together they may be larger than a text can be. */
    String fingerprint() {
        var hash = "";
        for (var pair : learnable(own)) {
            hash = Sha256.of(hash + said(pair.pair()));
        }
        return hash;
    }

    private static List<Object> said(PreferencePair pair) {
        return List.of(pair.prompt(), pair.chosen(), pair.rejected(), pair.margin(), pair.source());
    }

    /** Those of the pairs that can be learnt from, as they are not held out. */
    public static List<LabelledPair> learnable(List<LabelledPair> pairs) {
        return pairs.stream()
                .filter(pair -> !HoldOut.contains(pair.pair().root()))
                .toList();
    }

    /**
     * @param learnable as many as {@link #learnable} gives
     * @throws TooFewPairs where they are fewer than {@link #FEWEST}
     */
    public static void requireEnough(long learnable) {
        if (learnable < FEWEST) {
            throw new TooFewPairs(learnable, FEWEST);
        }
    }
}
