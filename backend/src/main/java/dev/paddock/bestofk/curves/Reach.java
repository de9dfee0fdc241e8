package dev.paddock.bestofk.curves;

import java.util.Arrays;

/** How far a mean over prompts goes where some of them have lost samples. */
final class Reach {

    private Reach() {}

    /**
     * @param samples how many each prompt has
     * @return the largest N that at least half of them have; 0 where most have none
     */
    static int of(int[] samples) {
        var ascending = samples.clone();
        Arrays.sort(ascending);
        return ascending.length == 0 ? 0 : ascending[ascending.length / 2];
    }
}
