package dev.paddock.rewardmodel.cli;

import dev.paddock.rewardmodel.cli.Pairs.Read;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scores pairs. One that the model cannot take is named and left out. */
record PairScorer(RewardModel model, PrintWriter leftOut) {

    private static final int AT_ONCE = 128;

    List<PairGap> all(List<Read> read) {
        var gaps = new ArrayList<PairGap>();
        for (var from = 0; from < read.size(); from += AT_ONCE) {
            gaps.addAll(some(read.subList(from, Math.min(from + AT_ONCE, read.size()))));
        }
        return gaps;
    }

    private List<PairGap> some(List<Read> read) {
        try {
            return scored(read);
        } catch (NotScorable | TooLarge one) {
            // Which of them it is, only scoring one by one tells.
            return read.stream().flatMap(this::alone).toList();
        }
    }

    private Stream<PairGap> alone(Read read) {
        try {
            return scored(List.of(read)).stream();
        } catch (NotScorable | TooLarge refused) {
            leftOut.println(read.line().named(refused));
            return Stream.empty();
        }
    }

    private List<PairGap> scored(List<Read> read) {
        var scores = model.scoreAll(read.stream()
                .map(each -> each.pair().pair())
                .flatMap(pair -> Stream.of(pair.chosenConversation(), pair.rejectedConversation()))
                .toList());
        return IntStream.range(0, read.size())
                .mapToObj(i -> new PairGap(
                        read.get(i).pair(),
                        scores.get(2 * i).value() - scores.get(2 * i + 1).value()))
                .toList();
    }
}
