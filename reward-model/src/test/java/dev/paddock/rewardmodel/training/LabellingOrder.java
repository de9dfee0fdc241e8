package dev.paddock.rewardmodel.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * In which order labels are spent: some at random, all others on the pairs whose answers the present head finds hardest to tell apart.
 *
 * @param randomShare 1 for random order
 * @param setAside whether the pairs for the random share are drawn from all pairs beforehand, as Paddock does; otherwise they are drawn
 *     from what the smallest gaps have left over
 */
record LabellingOrder(String name, double randomShare, boolean setAside) {

    static final List<LabellingOrder> ALL = List.of(
            new LabellingOrder("random", 1, true),
            new LabellingOrder("smallest gap", 0, true),
            new LabellingOrder("smallest gap, 20 % at random", 0.2, true),
            new LabellingOrder("smallest gap, 50 % at random", 0.5, true),
            new LabellingOrder("smallest gap, 20 % at random of what is left", 0.2, false));

    /** @param draw a random number below 1 that the pair keeps */
    record Open(int row, double gap, double draw) {}

    record Chosen(List<Open> byGap, List<Open> atRandom) {}

    Chosen next(List<Open> open, int labels) {
        var atRandom = open.stream()
                .filter(pair -> !setAside || pair.draw() < randomShare)
                .sorted(Comparator.comparingDouble(Open::draw))
                .limit(Math.round(labels * randomShare))
                .toList();
        var left = new ArrayList<>(open);
        left.removeAll(atRandom);
        var byGap = left.stream()
                .filter(pair -> !setAside || pair.draw() >= randomShare)
                .sorted(Comparator.comparingDouble(pair -> Math.abs(pair.gap())))
                .limit(labels - atRandom.size())
                .toList();
        return new Chosen(byGap, atRandom);
    }
}
