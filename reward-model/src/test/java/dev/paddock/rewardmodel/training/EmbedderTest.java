package dev.paddock.rewardmodel.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.bundles.DefaultBundles;
import dev.paddock.rewardmodel.scoring.Axes;
import dev.paddock.rewardmodel.scoring.Axes.Projection;
import dev.paddock.rewardmodel.scoring.Block;
import dev.paddock.rewardmodel.scoring.DefaultEncoder;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Pooling;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EmbedderTest {

    private static final List<Message> CONVERSATION = List.of(
            Message.user("Which tea keeps me awake?"),
            Message.assistant("Black tea, for most people. Are you a light sleeper?"),
            Message.user("I am. What should I drink in the evening?"),
            Message.assistant("Try rooibos or chamomile: neither has any caffeine."));

    /** The numbers of the shipped axes, taken one by one. */
    @Test
    void multipliesTheDirectionsOfTheMeanStates() throws IOException {
        var axes = shippedAxes();
        var product = new Block(6, Pooling.PROMPT_BY_ANSWER);
        var states = encode(axes, DefaultRecipe.PROMPTS, DefaultRecipe.ANSWERS);

        var prompt = projected(axes.prompt(), Arrays.copyOfRange(states, 0, DefaultEncoder.WIDTH));
        var answer =
                projected(axes.answer(), Arrays.copyOfRange(states, DefaultEncoder.WIDTH, 2 * DefaultEncoder.WIDTH));
        var products = new float[prompt.length * answer.length];
        for (var i = 0; i < products.length; i++) {
            products[i] = (float) (prompt[i / answer.length] * answer[i % answer.length]);
        }
        assertThat(products).hasSize(product.width());
        assertThat(encode(axes, product)).containsExactly(products, within(1e-3f));
    }

    @Test
    void putsBlocksOfDifferentWidthsOneAfterTheOther() throws IOException {
        var axes = shippedAxes();
        var product = new Block(6, Pooling.PROMPT_BY_ANSWER);

        var together = encode(axes, DefaultRecipe.ANSWERS, product, DefaultRecipe.PROMPTS);

        var first = encode(axes, DefaultRecipe.ANSWERS);
        var second = encode(axes, product);
        var third = encode(axes, DefaultRecipe.PROMPTS);
        assertThat(together).hasSize(first.length + second.length + third.length);
        assertThat(Arrays.copyOf(together, first.length)).containsExactly(first, within(1e-5f));
        assertThat(Arrays.copyOfRange(together, first.length, first.length + second.length))
                .containsExactly(second, within(1e-4f));
        assertThat(Arrays.copyOfRange(together, first.length + second.length, together.length))
                .containsExactly(third, within(1e-5f));
    }

    /** Vectors that were made with other axes are no use: they must not come from the same file. */
    @Test
    void aRecipeNamesItsAxes() throws IOException {
        var axes = shippedAxes();
        var turned = new Axes(axes.answer(), axes.prompt());

        assertThat(recipe(axes)).contains(axes.sha256()).isNotEqualTo(recipe(turned));
    }

    private static String recipe(Axes axes) throws IOException {
        try (var embedder = embedder(axes, new Block(6, Pooling.PROMPT_BY_ANSWER))) {
            return embedder.recipe();
        }
    }

    private static Axes shippedAxes() throws IOException {
        return Objects.requireNonNull(DefaultBundles.head(ModelKind.HELPFULNESS).axes());
    }

    private static float[] encode(Axes axes, Block... blocks) throws IOException {
        try (var embedder = embedder(axes, blocks)) {
            return embedder.encode(CONVERSATION);
        }
    }

    private static Embedder embedder(Axes axes, Block... blocks) throws IOException {
        return new Embedder(List.of(blocks), axes, DefaultRecipe.TEMPLATE, DefaultRecipe.TRUNCATION);
    }

    private static double[] projected(Projection axes, float[] state) {
        var mean = axes.means();
        var directions = axes.numbers();
        var projected = new double[directions.length / mean.length];
        for (var i = 0; i < mean.length; i++) {
            for (var j = 0; j < projected.length; j++) {
                projected[j] += (state[i] - mean[i]) * directions[i * projected.length + j];
            }
        }
        return projected;
    }
}
