package dev.paddock.bestofk.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.bestofk.work.RunWorld;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Each score of a run's samples says what gave it. */
class ScoreOriginsTest extends RunWorld {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    BestSamples bestSamples;

    @Test
    void samplesNameModelProviderPrecisionAndWhen() {
        var run = done(wish(1, 0.9));

        assertThat(samples(run)).isNotEmpty().allSatisfy(sample -> {
            var told = JSON.valueToTree(sample);
            assertThat(told.at("/helpfulnessBy/model").asString("")).isEqualTo("likes-long");
            assertThat(told.at("/helpfulnessBy/provider").asString("")).isEqualTo("cpu");
            assertThat(told.at("/helpfulnessBy/precision").asString("")).isEqualTo("fp32");
            assertThat(told.at("/helpfulnessBy/at").asString("")).startsWith("20");
            assertThat(told.at("/safetyBy").isNull()).isTrue();
        });
    }

    @Test
    void bestSamplesNameProviderAndPrecisionBesideTheModel() {
        var run = done(wish(1, 0.9));
        var out = new ByteArrayOutputStream();

        bestSamples.write(olive, run.id(), new BestSampleRecipe(BestSampleShape.CHAT, null, 1, 0), _ -> out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line)
                        .contains("\"rewardModels\":{\"helpfulness\":\"likes-long\",\"safety\":null},"
                                + "\"providers\":{\"helpfulness\":\"cpu\",\"safety\":null},"
                                + "\"precisions\":{\"helpfulness\":\"fp32\",\"safety\":null}"));
    }
}
