package dev.paddock.rewardmodel.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.rewardmodel.remote.ScriptedServer.Said;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever keeps scores by their era never meets one again that is over. */
class EraTest extends ScriptedWorld {

    @Test
    void aModelThatIsOpenedAgainDoesNotTakeUpAnEraThatIsOver() {
        var over = scorer.era();
        hasAnotherModel(Said.score(42));
        pass(Duration.ofMinutes(2));
        assertAway(2);
        var after = scorer.era();

        try (var again = opened()) {
            assertThat(again.era()).isNotIn(over, after);
            assertThat(after).isNotEqualTo(over);
        }
        assertThat(over.isOver()).isTrue();
        assertThat(after.isOver()).isFalse();
    }

    @Test
    void whereTheServerIsMerelyAwayTheEraStays() {
        var era = scorer.era();
        fails();
        assertAway(2);
        pass(Duration.ofMinutes(2));
        assertAway(2);

        assertThat(scorer.era()).isEqualTo(era);
        assertThat(era.isOver()).isFalse();
    }

    @Test
    void closingAModelEndsNoEra() {
        var era = scorer.era();

        scorer.close();

        assertThat(era.isOver()).isFalse();
    }
}
