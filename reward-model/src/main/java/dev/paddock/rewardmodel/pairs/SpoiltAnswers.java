package dev.paddock.rewardmodel.pairs;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * Chosen answers, each preferred to itself spoilt in a way that hardly any pair compared by people shows. A model that has seen none of that
 * takes the rare words of a model at a high temperature for merit.
 */
public final class SpoiltAnswers {

    private static final int FEWEST_WORDS = 5;
    private static final long SEED = 1_400;

    private final List<PreferencePair> pairs;
    private final List<PreferencePair> good;

    /** The first pair of each conversation root counts, if its chosen answer has five words. */
    public SpoiltAnswers(List<PreferencePair> pairs) {
        this.pairs = pairs;
        var seen = new HashSet<String>();
        good = pairs.stream()
                .filter(pair -> words(pair.chosen()).length >= FEWEST_WORDS && seen.add(pair.root()))
                .toList();
    }

    /** @see Disorder */
    public List<PreferencePair> inDisorder() {
        var disorder = new Disorder(pairs, SEED);
        return spoilt(disorder::of);
    }

    /** The chosen answer of another conversation. */
    public List<PreferencePair> astray() {
        var count = good.size();
        return IntStream.range(0, count)
                .mapToObj(i -> astray(good.get(i), good.get((i + count / 2) % count)))
                .toList();
    }

    /** One sentence comes two to four times; half of them go on after it. */
    public List<PreferencePair> repeating() {
        var random = new Random(3);
        return spoilt(answer -> {
            var sentences = answer.split("(?<=[.!?])\\s+");
            var repeated = random.nextInt(sentences.length);
            var times = 1 + random.nextInt(3);
            var end = random.nextBoolean() ? sentences.length : repeated + 1;
            var text = new StringBuilder();
            for (var i = 0; i < end; i++) {
                text.append((sentences[i] + " ").repeat(i == repeated ? 1 + times : 1));
            }
            return text.toString().strip();
        });
    }

    /** The first two fifths, or more, of the words. */
    public List<PreferencePair> brokenOff() {
        var random = new Random(4);
        return spoilt(answer -> {
            var words = words(answer);
            var kept = (int) (words.length * (0.4 + 0.55 * random.nextDouble()));
            return String.join(" ", Arrays.copyOf(words, Math.clamp(kept, 2, words.length - 1)));
        });
    }

    private List<PreferencePair> spoilt(UnaryOperator<String> spoiling) {
        return good.stream()
                .map(pair -> preferred(pair, spoiling.apply(pair.chosen())))
                .toList();
    }

    private static PreferencePair astray(PreferencePair pair, PreferencePair other) {
        return new PreferencePair(pair.prompt(), pair.chosen(), other.chosen(), 0, pair.source(), other.prompt());
    }

    private static PreferencePair preferred(PreferencePair pair, String spoilt) {
        return new PreferencePair(pair.prompt(), pair.chosen(), spoilt, 0, pair.source());
    }

    private static String[] words(String text) {
        return text.split(" ");
    }
}
