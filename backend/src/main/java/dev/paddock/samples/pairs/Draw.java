package dev.paddock.samples.pairs;

import dev.paddock.models.ModelVariant;
import dev.paddock.samples.generation.Decoding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** One side of a pair before it is asked for: which variant, and how its tokens are to be picked. */
public record Draw(ModelVariant variant, Decoding decoding) {

    private static final double STEP = 0.05;
    private static final double WARMER = 0.1;
    private static final double WARMEST = 2;

    /** Two sides in random order: of different variants where there are two, else of one at two temperatures where its range allows. */
    public static List<Draw> two(List<ModelVariant> variants, RandomGenerator random) {
        var shuffled = new ArrayList<>(variants);
        Collections.shuffle(shuffled, java.util.Random.from(random));
        if (shuffled.size() > 1) {
            return List.of(one(shuffled.get(0), random), one(shuffled.get(1), random));
        }
        var only = shuffled.getFirst();
        var steps = steps(only);
        var first = random.nextInt(steps);
        var second = steps == 1 ? first : (first + 1 + random.nextInt(steps - 1)) % steps;
        return List.of(at(only, first, random), at(only, second, random));
    }

    /** The same variant once more, a little warmer, as the answer was too like the other one. */
    public Draw again(RandomGenerator random) {
        return new Draw(variant, decoding(variant, Math.min(WARMEST, decoding.temperature() + WARMER), random));
    }

    private static Draw one(ModelVariant variant, RandomGenerator random) {
        return at(variant, random.nextInt(steps(variant)), random);
    }

    private static Draw at(ModelVariant variant, int step, RandomGenerator random) {
        return new Draw(variant, decoding(variant, variant.temperatureMin() + step * STEP, random));
    }

    private static int steps(ModelVariant variant) {
        return (int) Math.floor((variant.temperatureMax() - variant.temperatureMin()) / STEP + 1e-9) + 1;
    }

    private static Decoding decoding(ModelVariant variant, double temperature, RandomGenerator random) {
        var rounded = Math.round(temperature * 1000) / 1000.0;
        return new Decoding(rounded, variant.topP(), variant.maxTokens(), variant.stop(), random.nextInt() >>> 1);
    }
}
