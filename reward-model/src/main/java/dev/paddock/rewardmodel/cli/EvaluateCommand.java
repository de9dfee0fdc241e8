package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.LabelledPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = "Says how often a model gives the preferred answer the higher score, by degree of preference.")
@SuppressWarnings("NullAway.Init")
final class EvaluateCommand implements Callable<Integer> {

    @Mixin
    private NamedModel model = new NamedModel();

    @Parameters(description = "pairs as Paddock exports them, trl or hh, as JSON lines")
    private Path pairs;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var read = Pairs.read(pairs);
        var gaps = gaps(read);
        row("all", read, gaps);
        for (var degree :
                read.stream().map(LabelledPair::degree).distinct().sorted().toList()) {
            var rows = new ArrayList<LabelledPair>();
            var itsGaps = new ArrayList<Double>();
            for (var i = 0; i < gaps.length; i++) {
                if (read.get(i).degree().equals(degree)) {
                    rows.add(read.get(i));
                    itsGaps.add(gaps[i]);
                }
            }
            row(degree, rows, itsGaps.stream().mapToDouble(gap -> gap).toArray());
        }
        return 0;
    }

    private double[] gaps(List<LabelledPair> read) throws IOException {
        try (var opened = model.open()) {
            var conversations = read.stream()
                    .flatMap(pair -> Stream.of(
                            pair.pair().chosenConversation(), pair.pair().rejectedConversation()))
                    .toList();
            var scores = opened.scoreAll(conversations);
            var gaps = new double[read.size()];
            for (var i = 0; i < gaps.length; i++) {
                gaps[i] = scores.get(2 * i).value() - scores.get(2 * i + 1).value();
            }
            return gaps;
        }
    }

    private void row(String name, List<LabelledPair> read, double[] gaps) {
        var evaluation = new Evaluation(
                gaps, read.stream().map(pair -> pair.pair().root()).toList());
        var interval = evaluation.interval(1);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-22s %6d pairs  %5.1f %%  (95 %% interval %.1f to %.1f)%n",
                        name,
                        gaps.length,
                        evaluation.accuracy(),
                        interval.low(),
                        interval.high());
    }
}
