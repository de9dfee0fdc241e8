package dev.paddock.trainings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BareModels;
import dev.paddock.reward.NotMeasured;
import dev.paddock.reward.Promotions;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that was trained here is judged by as many held-out comparisons as any other. */
class FewHeldOutTest extends MeasuredWorld {

    @Autowired
    Promotions promotions;

    String candidate;

    @BeforeEach
    void trainedWell() {
        new BareModels(jdbc).serve("helpfulness", "asked-a-lot");
        serves(String::length);
        var training = trained();
        assertThat(report(training).heldOut()).isEqualTo(HELD_OUT);
        candidate = Objects.requireNonNull(training.model());
    }

    private void judgedBy(int comparisons, int pairs) {
        jdbc.sql("update training set report = report || jsonb_build_object('heldOut', ?, 'heldOutConversations', ?)")
                .params(comparisons, pairs)
                .update();
    }

    private String serving() {
        return rewards.serving(ModelKind.HELPFULNESS).orElseThrow().name();
    }

    @Test
    void sayTooLittleWhateverTheySay() {
        judgedBy(99, 99);

        assertThatThrownBy(() -> promotions.promote(olive, candidate, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("On 99 held-out comparisons of 99 conversations it is right in 100.0 %")
                .hasMessageContaining("Fewer than 100 conversations say too little");
        assertThat(serving()).isEqualTo("asked-a-lot");

        promotions.promote(olive, candidate, "we have no more");
        assertThat(serving()).isEqualTo(candidate);
    }

    @Test
    void aHundredSayEnough() {
        judgedBy(100, 100);

        promotions.promote(olive, candidate, "");

        assertThat(serving()).isEqualTo(candidate);
    }

    @Test
    void severalJudgementsOfOnePairSayNoMoreThanOne() {
        judgedBy(102, 34);

        assertThatThrownBy(() -> promotions.promote(olive, candidate, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("On 102 held-out comparisons of 34 conversations");
    }

    @Test
    void sayNothingAgainstWhatServesAlready() {
        judgedBy(40, 40);
        promotions.promote(olive, candidate, "we have no more");

        promotions.promote(olive, candidate, "");

        assertThat(serving()).isEqualTo(candidate);
    }

    @Test
    void sayNothingAgainstWhatTakesNobodysPlace() {
        judgedBy(40, 40);
        jdbc.sql("update reward_model set state = 'retired' where name = 'asked-a-lot'")
                .update();

        promotions.promote(olive, candidate, "");

        assertThat(serving()).isEqualTo(candidate);
    }
}
