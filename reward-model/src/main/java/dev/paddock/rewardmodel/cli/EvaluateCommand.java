package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.ToDoubleFunction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Says how often a model gives the preferred answer the higher score, by degree of preference, and what"
                        + " preferring by length alone gets. Pairs that are not 'impartial', as they were taken by their"
                        + " gap, are counted apart.")
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
        var read = Pairs.readByLine(pairs);
        var gaps = gaps(read);
        var impartial = gaps.stream().filter(each -> each.pair().impartial()).toList();
        var other = gaps.stream().filter(each -> !each.pair().impartial()).toList();
        row(other.isEmpty() ? "all" : "impartial", impartial);
        impartial.stream()
                .map(each -> each.pair().degree())
                .distinct()
                .sorted()
                .forEach(degree -> row(
                        degree,
                        impartial.stream()
                                .filter(each -> each.pair().degree().equals(degree))
                                .toList()));
        lengthAlone(impartial);
        row("taken by their gap", other);
        if (gaps.size() < read.size()) {
            spec.commandLine().getOut().printf(Locale.ROOT, "%-22s %6d pairs%n", "left out", read.size() - gaps.size());
        }
        return 0;
    }

    private List<PairGap> gaps(List<Pairs.Read> read) throws IOException {
        try (var opened = model.open()) {
            var gaps = new PairScorer(opened, spec.commandLine().getErr()).all(read);
            if (gaps.isEmpty()) {
                throw new IllegalArgumentException("The model scores no pair of " + pairs + ".");
            }
            return gaps;
        }
    }

    private void row(String name, List<PairGap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        tell(name, evaluation(gaps, PairGap::gap));
    }

    /** What one gets from preferring the longer answer always, or the shorter, whichever is right more often. */
    private void lengthAlone(List<PairGap> gaps) {
        if (gaps.isEmpty()) {
            return;
        }
        var longer = evaluation(gaps, PairGap::longer);
        tell("length alone", longer.accuracy() < 50 ? evaluation(gaps, each -> -each.longer()) : longer);
    }

    private static Evaluation evaluation(List<PairGap> gaps, ToDoubleFunction<PairGap> gap) {
        return new Evaluation(
                gaps.stream().mapToDouble(gap).toArray(),
                gaps.stream().map(each -> each.pair().pair().root()).toList());
    }

    private void tell(String name, Evaluation evaluation) {
        var interval = evaluation.interval(1);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-22s %6d pairs  %5.1f %%  (95 %% interval %.1f to %.1f)%n",
                        name,
                        evaluation.gaps().length,
                        evaluation.accuracy(),
                        interval.low(),
                        interval.high());
    }
}
