package dev.paddock.bestofk.curves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurveTest {

    private static double[] of(double... rewards) {
        return rewards;
    }

    @Test
    void isAMeanOverPrompts() {
        var curve = Curve.of(0.9, List.of(of(1, 2, 4), of(3, 5, 5)));

        assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(1, 2, 3);
        assertThat(curve.points()).extracting(Curve.Point::prompts).containsOnly(2);
        var ofTwo = curve.points().get(1);
        assertThat(ofTwo.maximum().mean()).isCloseTo((10 / 3.0 + 5) / 2, within(1e-12));
        assertThat(ofTwo.gain().mean()).isCloseTo((10 / 3.0 - 7 / 3.0 + 5 - 13 / 3.0) / 2, within(1e-12));
        assertThat(Curve.of(0.9, List.of(of(1, 3))).points().get(1).gain()).isEqualTo(new Estimate(1, null));
    }

    @Test
    void endsWhereMostPromptsHaveNoMoreSamples() {
        var prompts = new ArrayList<>(Collections.nCopies(9, of(0.2, 0.4)));
        prompts.add(of(0.9, 0.9, 0.9));

        var curve = Curve.of(1.4, prompts);

        assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(1, 2);
        assertThat(curve.points()).extracting(Curve.Point::prompts).containsOnly(10);
        assertThat(curve.points().get(1).maximum().mean()).isCloseTo((9 * 0.4 + 0.9) / 10, within(1e-12));
    }

    @Test
    void countsAllThatHaveAsManyAsHalfOfThemHave() {
        var curve = Curve.of(1, List.of(of(5), of(1, 2, 3), of(1, 2, 3), of(1, 2, 3, 4)));

        assertThat(curve.points()).extracting(Curve.Point::n).containsExactly(1, 2, 3);
        assertThat(curve.points()).extracting(Curve.Point::prompts).containsOnly(3);
    }

    @Test
    void promptsThatLostAllTheirSamplesCountAsWell() {
        assertThat(Curve.of(1.4, List.of(of(), of(1, 2), of())).points()).isEmpty();
        assertThat(Curve.of(1.4, List.of(of(), of(1, 2), of(3))).points())
                .singleElement()
                .extracting(Curve.Point::prompts)
                .isEqualTo(2);
    }

    @Test
    void neverFallsWhicheverSamplesAreLost() {
        var random = new Random(11);
        for (var run = 0; run < 200; run++) {
            var prompts = random.ints(1 + random.nextInt(8), 1, 9)
                    .mapToObj(samples -> of(random.doubles(samples).toArray()))
                    .toList();

            var means = Curve.of(1, prompts).points().stream()
                    .map(point -> point.maximum().mean())
                    .toList();

            for (var n = 1; n < means.size(); n++) {
                assertThat(means.get(n)).isGreaterThan(means.get(n - 1) - 1e-12);
            }
        }
    }
}
