package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.pairs.PandaLm;
import dev.paddock.rewardmodel.pairs.TrainingSet;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.training.LabellingRun.Outcome;
import dev.paddock.rewardmodel.training.heads.LinearHead;
import dev.paddock.rewardmodel.training.heads.PairTable;
import dev.paddock.rewardmodel.training.heads.PenaltySearch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A simulation: what the order of labelling is worth on given preference data. docs/benchmarks.md says how to run it. */
final class OrderingSimulation {

    private OrderingSimulation() {}

    /** Arguments: the folder of HH-RLHF, PandaLM's test set, a folder where vectors are kept, how many seeds. */
    public static void main(String[] arguments) throws IOException {
        var data = Path.of(arguments[0]);
        var seeds = Integer.parseInt(arguments[3]);
        var available = DefaultRecipe.blocks();
        var axes = DefaultBundles.head(ModelKind.HELPFULNESS).axes();
        try (var embedder = new Embedder(available, axes, DefaultRecipe.TEMPLATE, DefaultRecipe.TRUNCATION);
                var cache = new VectorCache(Path.of(arguments[2]), embedder.recipe(), embedder.width())) {
            var vectors = new Vectors(embedder, cache);
            var helpful =
                    vectors.of(TrainingSet.read(data, ModelKind.HELPFULNESS).pairs());
            var harmless = vectors.of(TrainingSet.read(data, ModelKind.SAFETY).pairs());
            var elsewhere = vectors.of(PandaLm.read(Path.of(arguments[1])));
            play(ModelKind.HELPFULNESS, helpful, elsewhere, 20, seeds);
            play(ModelKind.SAFETY, harmless, helpful.reversed(), 10, seeds);
        }
    }

    /** @param other pairs that a weak default is made from, of other data */
    private static void play(ModelKind kind, PairTable all, PairTable other, int steps, int seeds) {
        var design = DefaultRecipe.designs(kind).getFirst();
        var available = DefaultRecipe.blocks();
        var table = design.columns(all, available);
        var nothing = new LinearHead(new double[table.width()], 0);
        var lent = design.columns(other, available);
        var weak = new PenaltySearch(nothing, lent, List.of(), lent.size(), 0)
                .run(Progress.NONE)
                .head();
        play(kind.label() + ", from zero", table, nothing, steps, seeds);
        play(kind.label() + ", from a weak default", table, weak, steps, seeds);
    }

    private static void play(String title, PairTable table, LinearHead start, int steps, int seeds) {
        System.out.printf("%n%s, %,d pairs%n", title, table.size());
        System.out.println("order | " + labels(steps) + " | lead over random | measured by gap | at random | true");
        var random = List.<Outcome>of();
        for (var order : LabellingOrder.ALL) {
            var outcomes = LongStream.rangeClosed(1, seeds)
                    .parallel()
                    .mapToObj(seed -> new LabellingRun(table, start, order, seed).run(steps))
                    .toList();
            random = random.isEmpty() ? outcomes : random;
            report(order, outcomes, random, steps);
        }
    }

    private static IntStream shown(int steps) {
        return IntStream.rangeClosed(0, 5).map(i -> i * steps / 5);
    }

    private static String labels(int steps) {
        return joined(shown(steps).mapToObj(step -> Integer.toString(LabellingRun.FIRST + step * LabellingRun.STEP)));
    }

    private static void report(LabellingOrder order, List<Outcome> outcomes, List<Outcome> random, int steps) {
        var leads = IntStream.range(0, outcomes.size())
                .mapToDouble(i -> learnt(outcomes.get(i)) - learnt(random.get(i)))
                .toArray();
        System.out.println(String.join(
                " | ",
                order.name(),
                joined(shown(steps).mapToObj(step -> of(outcomes, outcome -> outcome.accuracy()[step]))),
                Figure.of(leads).text(),
                of(outcomes, Outcome::byGap),
                of(outcomes, Outcome::atRandom),
                of(outcomes, OrderingSimulation::present)));
    }

    /** Mean accuracy of the heads that learnt from what the order chose. */
    private static double learnt(Outcome outcome) {
        return IntStream.range(1, outcome.accuracy().length)
                .mapToDouble(step -> outcome.accuracy()[step])
                .average()
                .orElseThrow();
    }

    /** Mean accuracy of the heads whose gaps chose: what a measurement on the next labels is to tell. */
    private static double present(Outcome outcome) {
        return IntStream.range(0, outcome.accuracy().length - 1)
                .mapToDouble(step -> outcome.accuracy()[step])
                .average()
                .orElseThrow();
    }

    private static String of(List<Outcome> outcomes, ToDoubleFunction<Outcome> figure) {
        return Figure.of(outcomes.stream().mapToDouble(figure).toArray()).text();
    }

    private static String joined(Stream<String> words) {
        return String.join(" | ", words.toList());
    }

    /** A mean over seeds with its standard error. */
    private record Figure(double mean, double error) {

        static Figure of(double[] values) {
            var mean = IntStream.range(0, values.length)
                    .mapToDouble(i -> values[i])
                    .average()
                    .orElseThrow();
            var squares = IntStream.range(0, values.length)
                    .mapToDouble(i -> (values[i] - mean) * (values[i] - mean))
                    .sum();
            return new Figure(mean, Math.sqrt(squares / (values.length - 1) / values.length));
        }

        String text() {
            return Double.isNaN(mean) ? "–" : String.format(Locale.ROOT, "%.1f (%.1f)", mean, error);
        }
    }
}
