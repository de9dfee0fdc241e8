package dev.paddock.rewardmodel.scoring.features;

/** The beginning or end of a text, so that a text of any length costs a bounded time. Never cuts a surrogate pair in two. */
public final class Excerpt {

    /** Characters kept: far more than any encoder of ours reads. */
    public static final int LIMIT = 16_384;

    private Excerpt() {}

    public static String head(String text) {
        return head(text, LIMIT);
    }

    public static String head(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit);
    }

    public static String tail(String text) {
        return tail(text, LIMIT);
    }

    public static String tail(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        var start = text.length() - limit;
        return text.substring(Character.isLowSurrogate(text.charAt(start)) ? start + 1 : start);
    }
}
