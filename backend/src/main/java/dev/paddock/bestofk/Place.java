package dev.paddock.bestofk;

import java.util.SplittableRandom;

/**
 * Which of a run's samples it is, and so all that it is asked with: prompt by prompt, at each temperature, K times.
 *
 * @param number from 0
 * @param position of its prompt in the run's list, from 0
 */
public record Place(int number, int position, double temperature, long seed) {

    public static Place of(BestOfKRun run, int number) {
        var ofOnePrompt = run.temperatures().size() * run.k();
        var temperature = run.temperatures().get(number % ofOnePrompt / run.k());
        return new Place(number, number / ofOnePrompt, temperature, seed(run.seed(), number));
    }

    /** 31 bits. The same for the same run asked for again, however often this one is broken off and gone on with. */
    private static long seed(long ofRun, int number) {
        return new SplittableRandom(ofRun * 1_000_003 + number).nextInt() >>> 1;
    }
}
