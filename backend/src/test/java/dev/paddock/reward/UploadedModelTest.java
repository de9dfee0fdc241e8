package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.Harvest;
import dev.paddock.Questions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A model that was made elsewhere is judged by the scores that it gave in the shadow; where there are none, a reason is asked for. */
class UploadedModelTest extends DefaultWorld {

    @Autowired
    Promotions promotions;

    Harvest harvest;
    String serves;
    String uploaded;

    @BeforeEach
    void uploaded() {
        harvest = new Harvest(jdbc, "safety");
        serves = running();
        uploaded = registerAnother();
    }

    /** Of that many held-out comparisons, in so many the uploaded one is right, and in so many the one that serves. */
    private void compared(int count, int uploadedRight, int servesRight) {
        var heldOut = Questions.heldOut("question number", count);
        for (var i = 0; i < count; i++) {
            compared(heldOut.get(i), i < uploadedRight ? 1 : -1, i < servesRight ? 1 : -1);
        }
    }

    private void compared(String question, double uploadedGap, double servesGap) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "No.", "Yes.");
        harvest.score(turn.a(), uploaded, "safety", uploadedGap);
        harvest.score(turn.b(), uploaded, "safety", 0);
        harvest.score(turn.a(), serves, "safety", servesGap);
        harvest.score(turn.b(), serves, "safety", 0);
        harvest.said(turn).chose(turn.a()).saved();
    }

    @Test
    void ofWhichNothingIsKnownServesForAReasonOnly() {
        assertThatThrownBy(() -> promotions.promote(grace, uploaded, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("beside the one that serves");
        assertThat(state(uploaded)).isEqualTo(ModelState.CANDIDATE);

        promotions.promote(grace, uploaded, "measured on our own bench");
        assertThat(state(uploaded)).isEqualTo(ModelState.SERVING);
    }

    @Test
    void whatItGaveToOthersThanHeldOutComparisonsSaysNothing() {
        compared(Questions.learntFrom("question number", 1).getFirst(), 1, -1);

        assertThatThrownBy(() -> promotions.promote(grace, uploaded, "")).isInstanceOf(NotMeasured.class);
    }

    @Test
    void thatIsNotWorseOnHeldOutComparisonsServes() {
        compared(100, 75, 50);

        promotions.promote(grace, uploaded, "");

        assertThat(state(uploaded)).isEqualTo(ModelState.SERVING);
        assertThat(promotionOf(uploaded))
                .startsWith("was candidate; beside " + serves + ": On 100 held-out comparisons of 100 conversations")
                .contains("right in 75.0 %", "serves in 50.0 %", "25.0 points more", "95 % interval");
    }

    @Test
    void thatHasScoredFewOfThemServesForAReasonOnlyWhateverTheySay() {
        compared(99, 99, 0);

        assertThatThrownBy(() -> promotions.promote(grace, uploaded, ""))
                .isInstanceOf(NotMeasured.class)
                .hasMessageContaining("On 99 held-out comparisons of 99 conversations it is right in 100.0 %")
                .hasMessageContaining("Fewer than 100 conversations");
        assertThat(state(uploaded)).isEqualTo(ModelState.CANDIDATE);

        promotions.promote(grace, uploaded, "we have no more");
        assertThat(promotionOf(uploaded))
                .contains("; we have no more; beside " + serves + ": On 99 held-out comparisons of 99 conversations");
    }

    @Test
    void thatIsWorseOnThemIsRefusedWithTheFigures() {
        compared(100, 25, 75);

        assertThatThrownBy(() -> promotions.promote(grace, uploaded, ""))
                .isInstanceOf(FoundWorse.class)
                .hasMessageContaining("right in 25.0 %")
                .hasMessageContaining("serves in 75.0 %")
                .hasMessageContaining("50.0 points less");
        assertThat(state(uploaded)).isEqualTo(ModelState.CANDIDATE);
    }
}
