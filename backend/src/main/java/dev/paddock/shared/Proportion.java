package dev.paddock.shared;

/** {@code hits} of {@code of}, with Wilson's 95 % interval, which stays between 0 and 1 and is honest for small numbers. */
public record Proportion(long hits, long of) {

    private static final double Z = 1.959964;

    public Proportion {
        if (hits < 0 || hits > of) {
            throw new IllegalArgumentException(hits + " of " + of);
        }
    }

    /** Nothing was counted: there is no share and no interval. */
    public boolean empty() {
        return of == 0;
    }

    /** 0 to 1; not a number where nothing was counted. */
    public double share() {
        return (double) hits / of;
    }

    public double low() {
        return Math.max(0, centre() - half());
    }

    public double high() {
        return Math.min(1, centre() + half());
    }

    private double centre() {
        return (share() + Z * Z / (2 * of)) / (1 + Z * Z / of);
    }

    private double half() {
        return Z * Math.sqrt(share() * (1 - share()) / of + Z * Z / (4.0 * of * of)) / (1 + Z * Z / of);
    }
}
