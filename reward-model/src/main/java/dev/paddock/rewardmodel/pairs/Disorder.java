package dev.paddock.rewardmodel.pairs;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts an answer's words in disorder, as a model writes at a high temperature: any word comes, however rare, and some are halves of two. */
final class Disorder {

    private final Random random;
    private final List<String> vocabulary;

    /** @param pairs from whose chosen answers the words are taken */
    Disorder(List<PreferencePair> pairs, long seed) {
        random = new Random(seed);
        vocabulary = List.copyOf(pairs.stream()
                .flatMap(pair -> Stream.of(pair.chosen().split("\\s+")))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll));
    }

    /** Up to somewhere in its first half the answer stays as it is; after that a fifth to all of its words are others, the last one always. */
    String of(String answer) {
        var words = answer.split(" ");
        var share = 0.2 + 0.8 * random.nextDouble();
        var changed = new ArrayList<String>();
        var start = random.nextInt(words.length / 2);
        for (var i = 0; i < words.length; i++) {
            var last = i == words.length - 1;
            changed.add(i >= start && (last || random.nextDouble() < share) ? word() : words[i]);
        }
        return String.join(" ", changed);
    }

    private String word() {
        return random.nextInt(3) == 0 ? half(any(), true) + half(any(), false) : any();
    }

    private String any() {
        return vocabulary.get(random.nextInt(vocabulary.size()));
    }

    private static String half(String word, boolean first) {
        var middle = (word.length() + 1) / 2;
        return first ? word.substring(0, middle) : word.substring(middle);
    }
}
