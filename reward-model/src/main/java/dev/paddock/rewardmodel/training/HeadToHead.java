package dev.paddock.rewardmodel.training;

import dev.paddock.rewardmodel.training.Evaluation.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Two models on the same pairs: by how many points of accuracy the first one leads. */
public record HeadToHead(Evaluation first, Evaluation second) {

    private static final int RESAMPLES = 2000;

    public double lead() {
        return first.accuracy() - second.accuracy();
    }

    /** The middle 95 % of the leads when conversation roots are drawn anew, for both models the same ones. */
    public Interval interval(long seed) {
        var groups = groups();
        var random = new Random(seed);
        var drawn = IntStream.range(0, RESAMPLES)
                .mapToDouble(_ -> resampled(groups, random))
                .sorted()
                .toArray();
        return new Interval(drawn[(int) (0.025 * RESAMPLES)], drawn[(int) (0.975 * RESAMPLES)]);
    }

    /** Of each root: by how much the first is more often right, and the pairs. */
    private List<double[]> groups() {
        var byRoot = new TreeMap<String, double[]>();
        for (var row = 0; row < first.gaps().length; row++) {
            var group = byRoot.computeIfAbsent(first.roots().get(row), _ -> new double[2]);
            group[0] += Evaluation.right(first.gaps()[row]) - Evaluation.right(second.gaps()[row]);
            group[1]++;
        }
        return new ArrayList<>(byRoot.values());
    }

    private static double resampled(List<double[]> groups, Random random) {
        var lead = 0.0;
        var pairs = 0.0;
        for (var i = 0; i < groups.size(); i++) {
            var group = groups.get(random.nextInt(groups.size()));
            lead += group[0];
            pairs += group[1];
        }
        return 100 * lead / pairs;
    }
}
