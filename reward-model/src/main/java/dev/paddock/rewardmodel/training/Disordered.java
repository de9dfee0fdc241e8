package dev.paddock.rewardmodel.training;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Chosen answers, each preferred to itself with words in disorder, as a model writes at a high temperature. Pairs that people compared hold
 * next to none of that, and a model that has seen none takes rare words for merit.
 */
final class Disordered {

    static final String SOURCE = "disordered";

    private final Random random = new Random(1_400);
    private final List<String> vocabulary;

    private Disordered(List<PreferencePair> pairs) {
        vocabulary = List.copyOf(pairs.stream()
                .flatMap(pair -> Stream.of(pair.chosen().split("\\s+")))
                .collect(TreeSet<String>::new, TreeSet::add, TreeSet::addAll));
    }

    /** One pair of each conversation root whose first chosen answer has at least five words. */
    static List<PreferencePair> of(List<PreferencePair> pairs) {
        var disordered = new Disordered(pairs);
        var seen = new HashSet<String>();
        return pairs.stream()
                .filter(pair -> pair.chosen().split(" ").length >= 5 && seen.add(pair.root()))
                .map(disordered::pair)
                .toList();
    }

    private PreferencePair pair(PreferencePair pair) {
        return new PreferencePair(pair.prompt(), pair.chosen(), disturb(pair.chosen()), 0, SOURCE);
    }

    /** Up to somewhere in its first half the answer stays as it is; after that a fifth to all of its words are others. */
    private String disturb(String answer) {
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

    /** Any word that occurs, however rarely; a third of them are halves of two. */
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
