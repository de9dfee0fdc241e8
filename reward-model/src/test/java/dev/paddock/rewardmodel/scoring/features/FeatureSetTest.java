package dev.paddock.rewardmodel.scoring.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.paddock.rewardmodel.Message;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureSetTest {

    private final FeatureSet features = FeatureSet.newest();

    @Test
    void namesEveryFeatureOnce() {
        assertThat(features.names()).doesNotHaveDuplicates().hasSize(features.size());
        assertThat(features.names())
                .allMatch(name -> name.matches("(length|form|overlap|manner|context)\\.[a-z0-9-]+"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?", "\uD83E\uDD99", "- a\n- b\n1. c", "no no no no no", "ﬁ\u0000"})
    void staysSmallAndFinite(String text) {
        for (var answer : List.of(text, text.repeat(30_000))) {
            var values = features.of(List.of(Message.user(text), Message.assistant(answer)));
            for (var i = 0; i < values.length; i++) {
                assertThat(Math.abs(values[i])).as(features.names().get(i)).isLessThan(150);
            }
        }
    }

    /** Heads are trained on these very numbers: whoever changes one makes a new version instead. */
    @Test
    void neverChangesWhatAVersionComputes() {
        var values = FeatureSet.version("1")
                .of(List.of(
                        Message.user("Could you list some ideas for a rainy day? I'd rather not kill time."),
                        Message.assistant(
                                "Sure!  You could:\n- bake bread\n- read \"Emma\" (1815)\n\nI'm not sure what you'd like; would you like more"),
                        Message.user("Yes, more please."),
                        Message.assistant("Sorry, I can't think of anything. Maybe call a friend?")));
        assertThat(Arrays.hashCode(values)).isEqualTo(FROZEN);
    }

    private static final int FROZEN = 670733173;

    @Test
    void knowsOnlyItsOwnVersions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureSet.version("0"))
                .withMessageContaining("'0'");
    }
}
