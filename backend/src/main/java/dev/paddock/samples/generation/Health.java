package dev.paddock.samples.generation;

/** @param reason a plain sentence when it cannot answer now, else empty */
public record Health(boolean up, String reason) {

    public static final Health UP = new Health(true, "");

    public static Health down(String reason) {
        return new Health(false, reason);
    }
}
