package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.training.Evaluation;
import dev.paddock.rewardmodel.training.LabelledPair;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description =
                "Says how often a model gives the preferred answer the higher score, by degree of preference. Pairs that"
                        + " are not 'impartial', as they were taken by their gap, are counted apart.")
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
        var judged = judged(Pairs.read(pairs));
        var impartial = judged.stream().filter(each -> each.pair().impartial()).toList();
        var other = judged.stream().filter(each -> !each.pair().impartial()).toList();
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
        row("taken by their gap", other);
        return 0;
    }

    /** @param gap the reward of the chosen answer less that of the rejected one */
    private record Judged(LabelledPair pair, double gap) {}

    private List<Judged> judged(List<LabelledPair> read) throws IOException {
        try (var opened = model.open()) {
            var scores = opened.scoreAll(read.stream()
                    .flatMap(pair -> Stream.of(
                            pair.pair().chosenConversation(), pair.pair().rejectedConversation()))
                    .toList());
            return IntStream.range(0, read.size())
                    .mapToObj(i -> new Judged(
                            read.get(i),
                            scores.get(2 * i).value() - scores.get(2 * i + 1).value()))
                    .toList();
        }
    }

    private void row(String name, List<Judged> judged) {
        if (judged.isEmpty()) {
            return;
        }
        var evaluation = new Evaluation(
                judged.stream().mapToDouble(Judged::gap).toArray(),
                judged.stream().map(each -> each.pair().pair().root()).toList());
        var interval = evaluation.interval(1);
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%-22s %6d pairs  %5.1f %%  (95 %% interval %.1f to %.1f)%n",
                        name,
                        judged.size(),
                        evaluation.accuracy(),
                        interval.low(),
                        interval.high());
    }
}
