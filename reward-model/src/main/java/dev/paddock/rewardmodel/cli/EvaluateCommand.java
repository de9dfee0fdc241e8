package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.training.Evaluation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
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
                        + " preferring by length alone gets. Of a bundle whose card tells of its training, and that is none of Paddock's own, that is"
                        + " counted on those pairs alone that are held out of every training, a tenth of all"
                        + " conversations; the others, which it may have learnt from, are counted apart, and so are pairs that are not 'impartial', as they were"
                        + " taken by their gap.")
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
        try (var opened = model.open()) {
            var mayHaveLearnt = mayHaveLearnt(opened.card());
            tell(read, gaps(opened, read), mayHaveLearnt);
        }
        return 0;
    }

    private List<PairGap> gaps(RewardModel opened, List<Pairs.Read> read) {
        var gaps = new PairScorer(opened, spec.commandLine().getErr()).all(read);
        if (gaps.isEmpty()) {
            throw new IllegalArgumentException("The model scores no pair of " + pairs + ".");
        }
        return gaps;
    }

    /**
     * From these very pairs: the models that Paddock brings saw none but those of the files on their cards, and where a card tells of no
     * training nobody knows.
     */
    private static boolean mayHaveLearnt(ModelCard card) throws IOException {
        return (card.training() != null || card.parent() != null) && !DefaultBundles.haveCard(card);
    }

    private void tell(List<Pairs.Read> read, List<PairGap> gaps, boolean mayHaveLearnt) {
        var other = only(gaps, each -> !each.pair().impartial());
        var impartial = only(gaps, each -> each.pair().impartial());
        var counted = only(impartial, each -> !mayHaveLearnt || each.isHeldOut());
        if (!counted.isEmpty()) {
            tellAll(mayHaveLearnt ? "held out" : other.isEmpty() ? "all" : "impartial", counted);
        } else if (mayHaveLearnt) {
            tell("held out", 0);
        }
        row("perhaps learnt from", only(impartial, each -> mayHaveLearnt && !each.isHeldOut()));
        row("taken by their gap", other);
        if (gaps.size() < read.size()) {
            tell("left out", read.size() - gaps.size());
        }
    }

    private static List<PairGap> only(List<PairGap> gaps, Predicate<PairGap> which) {
        return gaps.stream().filter(which).toList();
    }

    private void tellAll(String name, List<PairGap> gaps) {
        row(name, gaps);
        gaps.stream()
                .map(each -> each.pair().degree())
                .distinct()
                .sorted()
                .forEach(degree ->
                        row(degree, only(gaps, each -> each.pair().degree().equals(degree))));
        lengthAlone(gaps);
    }

    private void row(String name, List<PairGap> gaps) {
        if (!gaps.isEmpty()) {
            tell(name, evaluation(gaps, PairGap::gap));
        }
    }

    /** What one gets from preferring the longer answer always, or the shorter, whichever is right more often. */
    private void lengthAlone(List<PairGap> gaps) {
        var longer = evaluation(gaps, PairGap::longer);
        tell("length alone", longer.accuracy() < 50 ? evaluation(gaps, each -> -each.longer()) : longer);
    }

    private static Evaluation evaluation(List<PairGap> gaps, ToDoubleFunction<PairGap> gap) {
        return new Evaluation(
                gaps.stream().mapToDouble(gap).toArray(),
                gaps.stream().map(each -> each.pair().pair().root()).toList());
    }

    private void tell(String name, int pairs) {
        spec.commandLine().getOut().printf(Locale.ROOT, "%-22s %6d pairs%n", name, pairs);
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
