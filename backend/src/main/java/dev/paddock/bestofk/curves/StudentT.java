package dev.paddock.bestofk.curves;

/** How far a mean is from zero by chance alone, over its own standard error. */
final class StudentT {

    private static final int LEAST = 4;
    private static final double Z = 1.959964;
    private static final double Z2 = Z * Z;
    private static final double FIRST = Z * (Z2 + 1) / 4;
    private static final double SECOND = Z * ((5 * Z2 + 16) * Z2 + 3) / 96;
    private static final double THIRD = Z * (((3 * Z2 + 19) * Z2 + 17) * Z2 - 15) / 384;
    private static final double FOURTH = Z * ((((79 * Z2 + 776) * Z2 + 1482) * Z2 - 1920) * Z2 - 945) / 92_160;

    private StudentT() {}

    /**
     * The quantile 0.975: further from zero, up or down, one time in twenty. By the expansion of Cornish and Fisher around the normal one
     * (Abramowitz and Stegun 26.7.5).
     *
     * @param freedom degrees of it, one fewer than there are values; at least {@value #LEAST}, from where on it is right to 0.001
     */
    static double quantile(int freedom) {
        if (freedom < LEAST) {
            throw new IllegalArgumentException(freedom + " degrees of freedom");
        }
        var by = 1.0 / freedom;
        return Z + (FIRST + (SECOND + (THIRD + FOURTH * by) * by) * by) * by;
    }
}
