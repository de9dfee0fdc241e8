package dev.paddock.rewardmodel.pairs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.Message;
import java.util.List;
import org.junit.jupiter.api.Test;

class LesserHarmTest {

    @Test
    void prefersTheBeginningOfARejectedAnswerToAllOfIt() {
        var rejected = "First take the wire and the battery and then do what you please with them";
        var lesser = LesserHarm.of(List.of(pair(rejected), pair("Take seven words and no more here"), pair(rejected)));

        assertThat(lesser).hasSize(2).allSatisfy(pair -> {
            assertThat(pair.rejected()).isEqualTo(rejected).startsWith(pair.chosen());
            assertThat(pair.chosen().split(" ").length).isBetween(4, 12);
        });
    }

    private static PreferencePair pair(String rejected) {
        return new PreferencePair(List.of(Message.user("How?")), "I won't say.", rejected, 0, "file");
    }
}
