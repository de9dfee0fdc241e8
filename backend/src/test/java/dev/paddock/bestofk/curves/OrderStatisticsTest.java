package dev.paddock.bestofk.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class OrderStatisticsTest {

    private static final Offset<Double> EXACTLY = within(1e-12);

    private static OrderStatistics of(double... rewards) {
        return new OrderStatistics(rewards);
    }

    /** Pairs of 1, 2, 4: 12, 14, 24 with the maxima 2, 4, 4 and the medians 1.5, 2.5, 3. */
    @Test
    void threeRewardsByHand() {
        var rewards = of(4, 1, 2);

        assertThat(rewards.expectedMaximum(1)).isCloseTo(7 / 3.0, EXACTLY);
        assertThat(rewards.expectedMaximum(2)).isCloseTo(10 / 3.0, EXACTLY);
        assertThat(rewards.expectedMaximum(3)).isCloseTo(4, EXACTLY);
        assertThat(rewards.expectedMedian(1)).isCloseTo(7 / 3.0, EXACTLY);
        assertThat(rewards.expectedMedian(2)).isCloseTo(7 / 3.0, EXACTLY);
        assertThat(rewards.expectedMedian(3)).isCloseTo(2, EXACTLY);
    }

    /** Triples of 0, 1, 3, 10: 013, 01X, 03X, 13X with the maxima 3, 10, 10, 10 and the medians 1, 1, 3, 3. */
    @Test
    void fourRewardsByHand() {
        var rewards = of(0, 10, 3, 1);

        assertThat(rewards.expectedMaximum(2)).isCloseTo((1 + 3 + 10 + 3 + 10 + 10) / 6.0, EXACTLY);
        assertThat(rewards.expectedMaximum(3)).isCloseTo(33 / 4.0, EXACTLY);
        assertThat(rewards.expectedMedian(3)).isCloseTo(2, EXACTLY);
        assertThat(rewards.expectedMedian(4)).isCloseTo(2, EXACTLY);
    }

    @Test
    void sameRewardsAreWhateverOneDraws() {
        var rewards = of(0.7, 0.7, 0.7, 0.7, 0.7);

        for (var n = 1; n <= 5; n++) {
            assertThat(rewards.expectedMaximum(n)).isCloseTo(0.7, EXACTLY);
            assertThat(rewards.expectedMedian(n)).isCloseTo(0.7, EXACTLY);
        }
    }

    @Test
    void everySubsetCounted() {
        var random = new Random(7);
        var rewards = random.doubles(11).toArray();
        var expected = new OrderStatistics(rewards);

        for (var n = 1; n <= 11; n++) {
            var size = n;
            var subsets = IntStream.range(0, 1 << 11)
                    .filter(bits -> Integer.bitCount(bits) == size)
                    .mapToObj(bits -> IntStream.range(0, 11)
                            .filter(i -> (bits >> i & 1) == 1)
                            .mapToDouble(i -> rewards[i])
                            .sorted()
                            .toArray())
                    .toList();
            assertThat(expected.expectedMaximum(n))
                    .isCloseTo(mean(subsets.stream().mapToDouble(each -> each[size - 1])), EXACTLY);
            assertThat(expected.expectedMedian(n))
                    .isCloseTo(
                            mean(subsets.stream().mapToDouble(each -> (each[(size - 1) / 2] + each[size / 2]) / 2)),
                            EXACTLY);
        }
    }

    private static double mean(DoubleStream each) {
        return each.average().orElseThrow();
    }

    /** Of 1 to K the expected maximum of N is N (K + 1) / (N + 1), the expected median (K + 1) / 2. */
    @Test
    void aHundredStayExact() {
        var rewards = of(IntStream.rangeClosed(1, 100).asDoubleStream().toArray());

        for (var n = 1; n <= 100; n++) {
            assertThat(rewards.expectedMaximum(n)).isCloseTo(n * 101.0 / (n + 1), within(1e-9));
            assertThat(rewards.expectedMedian(n)).isCloseTo(50.5, within(1e-9));
        }
    }

    @Test
    void leavesTheRewardsAsTheyWere() {
        var rewards = new double[] {3, 1, 2};

        assertThat(new OrderStatistics(rewards).expectedMaximum(3)).isEqualTo(3);

        assertThat(rewards).containsExactly(3, 1, 2);
        assertThatThrownBy(() -> new OrderStatistics(new double[0])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new OrderStatistics(new double[101])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMeanOverPromptsComesWithItsError() {
        // Deviations -1, 0, 1: variance 1, standard error 1 / sqrt(3).
        assertThat(Estimate.of(new double[] {1, 2, 3})).satisfies(estimate -> {
            assertThat(estimate.mean()).isEqualTo(2);
            assertThat(estimate.error()).isCloseTo(1 / Math.sqrt(3), EXACTLY);
        });
        assertThat(Estimate.of(new double[] {5})).isEqualTo(new Estimate(5, null));
    }
}
