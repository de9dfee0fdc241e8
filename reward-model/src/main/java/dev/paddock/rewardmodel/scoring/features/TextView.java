package dev.paddock.rewardmodel.scoring.features;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;

/** A text with its words in lower case. A word is a run of letters, digits and apostrophes. */
record TextView(String text, String lower, List<String> words, Set<String> vocabulary) {

    private static final Set<String> FUNCTION_WORDS = Set.of(
            ("a an and are as at be but by can could do does for from had has have he her his how i if in is it its me my no not of on or our she so"
                            + " some than that the their them then there they this to was we were what when where which who why will with would you your")
                    .split(" "));

    static TextView of(String text) {
        var lower = text.toLowerCase(Locale.ROOT).replace('\u2019', '\'');
        var words = words(lower);
        return new TextView(text, lower, words, new HashSet<>(words));
    }

    private static List<String> words(String lower) {
        var words = new ArrayList<String>();
        var start = -1;
        for (var i = 0; i <= lower.length(); i++) {
            var inside = i < lower.length() && isWordCharacter(lower.charAt(i));
            if (inside && start < 0) {
                start = i;
            } else if (!inside && start >= 0) {
                words.add(lower.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    private static boolean isWordCharacter(char c) {
        return Character.isLetterOrDigit(c) || c == '\'';
    }

    int count(IntPredicate character) {
        return (int) text.chars().filter(character).count();
    }

    int count(char wanted) {
        return count(c -> c == wanted);
    }

    /** Words that carry meaning: not the most frequent grammatical ones. */
    List<String> contentWords() {
        return words.stream().filter(word -> !FUNCTION_WORDS.contains(word)).toList();
    }

    String firstWord() {
        return words.isEmpty() ? "" : words.getFirst();
    }

    /** How many of the words are in the given vocabulary. */
    long wordsIn(Set<String> wanted) {
        return words.stream().filter(wanted::contains).count();
    }

    /** How many of the phrases occur, each counted once. */
    long phrasesIn(List<String> phrases) {
        return phrases.stream().filter(lower::contains).count();
    }
}
