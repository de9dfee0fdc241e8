package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.Pooling;
import dev.paddock.rewardmodel.training.Design.Part;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DesignTest {

    private static final int FEATURES = 3;

    private static final Block MEAN = new Block(7, Pooling.ANSWER_MEAN);
    private static final Block PRODUCT = new Block(6, Pooling.PROMPT_BY_ANSWER);
    private static final Block END = new Block(4, Pooling.END);

    @Test
    void picksTheColumnsOfItsBlocksWhateverTheirWidths() {
        var available = List.of(MEAN, PRODUCT, END);
        var endsAt = DefaultEncoder.WIDTH + PRODUCT.width();
        var all = new float[endsAt + DefaultEncoder.WIDTH + FEATURES];
        for (var i = 0; i < all.length; i++) {
            all[i] = i;
        }

        var picked = new Design(List.of(new Part(END, 1), new Part(PRODUCT, 0.3)), 0.3, 1).columns(all, available);

        var expected = IntStream.concat(
                        IntStream.range(endsAt, endsAt + DefaultEncoder.WIDTH),
                        IntStream.concat(
                                IntStream.range(DefaultEncoder.WIDTH, endsAt),
                                IntStream.range(all.length - FEATURES, all.length)))
                .mapToObj(i -> (float) i)
                .toArray(Float[]::new);
        assertThat(picked).containsExactly(expected);
    }
}
