package dev.paddock.bestofk.work;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** @param rank among the samples of its prompt at its temperature, 1 the best */
record Rank(Ranked sample, int rank) {

    /** @param bestFirst the samples of one prompt at one temperature */
    static Stream<Rank> of(List<Ranked> bestFirst) {
        return IntStream.range(0, bestFirst.size()).mapToObj(i -> new Rank(bestFirst.get(i), i + 1));
    }
}
