package dev.paddock.rewardmodel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code bin/reward-model} in a fresh checkout. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class RewardModelScriptTest extends ScriptWorld {

    @Test
    void buildsWhereNothingIsBuiltAndRuns() throws Exception {
        var ran = ran("reward-model", "score", "--model", "safety", "my answers.jsonl");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("mvn -q -DskipTests package");
        assertThat(ran.out().lines())
                .endsWith(RewardModelCommand.class.getName(), "score", "--model", "safety", "my answers.jsonl")
                .anySatisfy(path -> assertThat(path).matches(".*/web/target/paddock[.][A-Za-z0-9]+/lib/[*]"));
    }

    @Test
    void buildsOnce() throws Exception {
        assertThat(ran("reward-model", "--help").err()).contains("mvn");

        assertThat(ran("reward-model", "--help")).satisfies(again -> {
            assertThat(again.code()).isZero();
            assertThat(again.err()).isEmpty();
        });
    }

    @Test
    void buildsAgainWhatHasChanged() throws Exception {
        ran("reward-model", "--help");
        changeASource();

        assertThat(ran("reward-model", "--help").err()).contains("mvn");
    }
}
