package dev.paddock.rewardmodel.llama;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws the next token from logits: temperature first, then top-k, then top-p. */
final class Sampler {

    /** What is e^-30 times less likely than the likeliest token is never drawn. */
    private static final float NEGLIGIBLE = -30;

    private final Decoding decoding;
    private final SplittableRandom random;
    private int[] candidates = new int[0];
    private double[] weights = new double[0];
    private int count;

    Sampler(Decoding decoding) {
        this.decoding = decoding;
        this.random = new SplittableRandom(decoding.seed());
    }

    /** A token and the natural logarithm of its probability at temperature 1, before anything was cut. */
    record Draw(int token, double logProbability) {}

    Draw next(float[] logits) {
        var likeliest = likeliest(logits);
        if (!Float.isFinite(logits[likeliest])) {
            throw new IllegalStateException("The model computes no numbers: its weights are damaged");
        }
        var token = decoding.temperature() == 0 ? likeliest : draw(logits, logits[likeliest]);
        return new Draw(token, logits[token] - logits[likeliest] - Math.log(sum(logits, logits[likeliest])));
    }

    private static int likeliest(float[] logits) {
        var best = 0;
        for (var i = 1; i < logits.length; i++) {
            if (logits[i] > logits[best]) {
                best = i;
            }
        }
        return best;
    }

    private static double sum(float[] logits, float highest) {
        var sum = 0.0;
        for (var logit : logits) {
            if (logit - highest > NEGLIGIBLE) {
                sum += Math.exp(logit - highest);
            }
        }
        return sum;
    }

    private int draw(float[] logits, float highest) {
        var total = collect(logits, highest);
        if (decoding.topP() < 1) {
            total = keepTopP(total);
        }
        var left = random.nextDouble() * total;
        for (var i = 0; i < count; i++) {
            left -= weights[i];
            if (left < 0) {
                return candidates[i];
            }
        }
        return candidates[count - 1];
    }

    /** Candidates with unnormalised probabilities, in the order of the vocabulary; returns their sum. */
    private double collect(float[] logits, float highest) {
        var lowest = Math.max(highest + NEGLIGIBLE * decoding.temperature(), topKThreshold(logits));
        if (candidates.length < logits.length) {
            candidates = new int[logits.length];
            weights = new double[logits.length];
        }
        count = 0;
        var total = 0.0;
        for (var i = 0; i < logits.length; i++) {
            if (logits[i] >= lowest) {
                candidates[count] = i;
                weights[count] = Math.exp((logits[i] - highest) / decoding.temperature());
                total += weights[count++];
            }
        }
        return total;
    }

    /** The k-th highest logit. Tokens that tie with it stay in. */
    private double topKThreshold(float[] logits) {
        if (decoding.topK() == 0 || decoding.topK() >= logits.length) {
            return Double.NEGATIVE_INFINITY;
        }
        var highest = new PriorityQueue<Float>(decoding.topK());
        for (var logit : logits) {
            if (highest.size() < decoding.topK()) {
                highest.add(logit);
            } else if (logit > highest.element()) {
                highest.remove();
                highest.add(logit);
            }
        }
        return highest.element();
    }

    /** Keeps the fewest, likeliest candidates that reach the wanted share; returns the sum of what is kept. */
    private double keepTopP(double total) {
        // A candidate below the average of what may be cut cannot be needed, and sorting without those is far quicker.
        var floor = (1 - decoding.topP()) * total / count;
        var order = IntStream.range(0, count)
                .filter(i -> weights[i] >= floor)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i]).thenComparingInt(i -> candidates[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var kept = 0;
        var sum = 0.0;
        while (kept < order.length && sum < decoding.topP() * total) {
            sum += weights[order[kept++]];
        }
        keepOnly(Arrays.copyOf(order, kept));
        return sum;
    }

    private void keepOnly(int[] order) {
        var tokens = Arrays.stream(order).map(i -> candidates[i]).toArray();
        var kept = Arrays.stream(order).mapToDouble(i -> weights[i]).toArray();
        count = order.length;
        System.arraycopy(tokens, 0, candidates, 0, count);
        System.arraycopy(kept, 0, weights, 0, count);
    }
}
