package dev.paddock.samples.pairs;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Answers that give a person nothing to compare. The thresholds are ours, chosen by reading pairs, not tuned. */
public final class NearDuplicates {

    static final double ALIKE = 0.9;
    private static final int GRAM = 3;

    // Scripts without spaces count by the character; elsewhere a token is a word, a number or a mark.
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|[\\p{L}\\p{M}\\p{N}]+|\\S");

    private NearDuplicates() {}

    /** Equal but for white space and Unicode's ways to write the same, or sharing nine tenths of their three-token sequences. */
    public static boolean alike(String one, String other) {
        var a = tokens(one);
        var b = tokens(other);
        return a.equals(b) || jaccard(grams(a), grams(b)) >= ALIKE;
    }

    /** Also the empty answer. */
    public static boolean isTooShort(String text) {
        return tokens(text).size() < GRAM;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(Normalizer.normalize(text, Normalizer.Form.NFC))
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static Set<List<String>> grams(List<String> tokens) {
        var grams = new HashSet<List<String>>();
        for (var start = 0; start + GRAM <= tokens.size(); start++) {
            grams.add(tokens.subList(start, start + GRAM));
        }
        return grams;
    }

    private static double jaccard(Set<List<String>> a, Set<List<String>> b) {
        var shared = a.stream().filter(b::contains).count();
        var all = a.size() + b.size() - shared;
        return all == 0 ? 0 : (double) shared / all;
    }
}
