package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RankingObjectiveTest {

    private final Random random = new Random(7);

    @Test
    void hasTheGradientThatItsValuesShow() {
        var objective = new RankingObjective(
                vectors(40, 9),
                random.doubles(40, 0, 2).toArray(),
                random.doubles(40, 0, 1).toArray(),
                0.3);
        var weights = random.doubles(9, -1, 1).toArray();
        var gradient = new double[9];
        objective.at(weights, gradient);
        for (var i = 0; i < weights.length; i++) {
            assertThat(gradient[i]).isCloseTo(measuredSlope(objective, weights, i), within(1e-6));
        }
    }

    private double measuredSlope(RankingObjective objective, double[] weights, int i) {
        var step = 1e-5;
        var up = weights.clone();
        var down = weights.clone();
        up[i] += step;
        down[i] -= step;
        return (objective.at(up, new double[9]) - objective.at(down, new double[9])) / (2 * step);
    }

    private float[][] vectors(int rows, int width) {
        var vectors = new float[rows][width];
        for (var vector : vectors) {
            for (var i = 0; i < width; i++) {
                vector[i] = (float) random.nextGaussian();
            }
        }
        return vectors;
    }
}
