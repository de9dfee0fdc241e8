package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.scoring.Axes.Projection;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrincipalAxesTest {

    private static final int WIDTH = 20;

    /** Around (7, 7, ...), with deviation 10 along numbers 3 and 5 together, 4 along number 11, and 1 along all others. */
    private static final float[][] VECTORS = vectors();

    private static float[][] vectors() {
        var random = new Random(1);
        return IntStream.range(0, 2_000)
                .mapToObj(_ -> {
                    var vector = new float[WIDTH];
                    for (var i = 0; i < WIDTH; i++) {
                        vector[i] = (float) (7 + random.nextGaussian() * (i == 11 ? 4 : 1));
                    }
                    var together = (float) (random.nextGaussian() * 10 / Math.sqrt(2));
                    vector[3] += together;
                    vector[5] += together;
                    return vector;
                })
                .toArray(float[][]::new);
    }

    @Test
    void findsWhereVectorsVaryMost() {
        var axes = new PrincipalAxes(VECTORS).first(2);

        var first = direction(axes, 0);
        assertThat(Math.abs(first[3])).isCloseTo(Math.abs(first[5]), within(0.005));
        assertThat(first[3] * first[5]).isPositive();
        assertThat(Math.abs(first[3])).isGreaterThan(20 * Math.abs(first[11]));
        var second = direction(axes, 1);
        assertThat(Math.abs(second[11])).isGreaterThan(15 * Math.abs(second[3]));
    }

    @Test
    void givesCoordinatesOfMeanZeroAndVarianceOneThatDoNotGoTogether() {
        var axes = new PrincipalAxes(VECTORS).first(3);

        for (var one = 0; one < 3; one++) {
            var first = one;
            assertThat(mean(row -> coordinate(axes, row, first))).isCloseTo(0, within(1e-3));
            for (var other = 0; other < 3; other++) {
                var second = other;
                assertThat(mean(row -> coordinate(axes, row, first) * coordinate(axes, row, second)))
                        .isCloseTo(one == other ? 1 : 0, within(1e-2));
            }
        }
    }

    @Test
    void givesTheSameNumbersEachTime() {
        assertThat(new PrincipalAxes(VECTORS).first(4)).isEqualTo(new PrincipalAxes(VECTORS).first(4));
    }

    @Test
    void refusesMoreDirectionsThanThereAre() {
        var line = IntStream.range(0, 50)
                .mapToObj(i -> new float[] {i, 2 * i, 3 * i, 4 * i})
                .toArray(float[][]::new);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PrincipalAxes(line).first(2))
                .withMessageContaining("fewer than 2 directions");
    }

    private static double mean(IntToDoubleFunction of) {
        return IntStream.range(0, VECTORS.length).mapToDouble(of).average().orElseThrow();
    }

    private static double coordinate(Projection axes, int row, int number) {
        var direction = direction(axes, number);
        var sum = 0.0;
        for (var i = 0; i < WIDTH; i++) {
            sum += (VECTORS[row][i] - axes.means()[i]) * direction[i];
        }
        return sum;
    }

    private static double[] direction(Projection axes, int number) {
        var numbers = axes.numbers();
        var rank = numbers.length / WIDTH;
        return IntStream.range(0, WIDTH)
                .mapToDouble(i -> numbers[i * rank + number])
                .toArray();
    }
}
