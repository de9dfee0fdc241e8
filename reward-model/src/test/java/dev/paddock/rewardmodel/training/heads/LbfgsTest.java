package dev.paddock.rewardmodel.training.heads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LbfgsTest {

    @Test
    void findsTheBottomOfALongCurvedValley() {
        Objective valley = (point, gradient) -> {
            var across = point[1] - point[0] * point[0];
            gradient[0] = -2 * (1 - point[0]) - 400 * point[0] * across;
            gradient[1] = 200 * across;
            return Math.pow(1 - point[0], 2) + 100 * across * across;
        };
        var bottom = new Lbfgs(500, 1e-8).minimise(valley, new double[] {-1.2, 1});
        assertThat(bottom).containsExactly(new double[] {1, 1}, within(1e-5));
    }
}
