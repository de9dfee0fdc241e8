package dev.paddock.bestofk.curves;

import java.util.Arrays;

/**
 * What to expect of N rewards out of the K that there are, over all subsets of N, each as likely as the other; which is without bias what to
 * expect of N samples of the model.
 *
 * <p>Of N drawn without replacement, {@code x(i)}, the i-th smallest of the K, is the r-th smallest where r - 1 of the others come from the
 * i - 1 below it and N - r from the K - i above it. So the expected r-th smallest of N is
 * {@code sum over i of x(i) C(i-1, r-1) C(K-i, N-r) / C(K, N)}.
 */
final class OrderStatistics {

    /** Up to which all binomial coefficients are doubles that are right to the last digits: the largest here is near 1e29. */
    static final int MOST = 100;

    private static final double[][] CHOOSE = pascal();

    private final double[] ascending;

    /** @param rewards 1 to {@value #MOST} of them, in any order */
    OrderStatistics(double[] rewards) {
        if (rewards.length < 1 || rewards.length > MOST) {
            throw new IllegalArgumentException(rewards.length + " rewards");
        }
        ascending = rewards.clone();
        Arrays.sort(ascending);
    }

    int size() {
        return ascending.length;
    }

    /** @param n 1 to {@link #size} */
    double expectedMaximum(int n) {
        return expected(n, n);
    }

    /** Of an even number the median is the mean of the two in the middle. */
    double expectedMedian(int n) {
        return (expected((n + 1) / 2, n) + expected(n / 2 + 1, n)) / 2;
    }

    /** The r-th smallest of n. */
    private double expected(int r, int n) {
        var k = ascending.length;
        var sum = 0.0;
        for (var i = r; i <= k - n + r; i++) {
            sum += ascending[i - 1] * CHOOSE[i - 1][r - 1] * CHOOSE[k - i][n - r];
        }
        return sum / CHOOSE[k][n];
    }

    private static double[][] pascal() {
        var rows = new double[MOST + 1][MOST + 1];
        for (var n = 0; n <= MOST; n++) {
            rows[n][0] = 1;
            for (var r = 1; r <= n; r++) {
                rows[n][r] = rows[n - 1][r - 1] + rows[n - 1][r];
            }
        }
        return rows;
    }
}
