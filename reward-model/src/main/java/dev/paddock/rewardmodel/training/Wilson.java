package dev.paddock.rewardmodel.training;

/**
 * Wilson's 95 % interval of a share, which stays between 0 and 1, is never a point and is honest for small numbers:
 * {@code (p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n)} (E. B. Wilson, "Probable inference, the law of succession, and statistical
 * inference", Journal of the American Statistical Association 22, 1927, pages 209 to 212).
 *
 * @param share p, 0 to 1; not a number where nothing was counted, as both ends are then
 * @param of n, how many there are that hang on no other
 */
public record Wilson(double share, double of) {

    static final double Z = 1.959964;

    public double low() {
        return Math.max(0, centre() - half());
    }

    public double high() {
        return Math.min(1, centre() + half());
    }

    private double centre() {
        return (share + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z * Math.sqrt(share * (1 - share) / of + Z * Z / (4 * of * of)) / (1 + Z * Z / of);
    }
}
