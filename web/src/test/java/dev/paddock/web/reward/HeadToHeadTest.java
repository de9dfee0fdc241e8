package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.Questions;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

/** What a promotion goes by is seen before it. */
class HeadToHeadTest extends TwoModelsWorld {

    HeadToHeadTest() {
        super("candidate");
    }

    private void compared(int count, int candidateRight) {
        var questions = Questions.heldOut("question number", count);
        for (var i = 0; i < count; i++) {
            var turn = scored(questions.get(i), i < candidateRight ? 1 : -1, 1);
            harvest.said(turn).chose(turn.a()).saved();
        }
    }

    @Test
    void thePageShowsHowTheTwoDoOnTheSameComparisons() {
        compared(4, 3);

        assertThat(page(other))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "On 4 held-out comparisons of 4 conversations it is right in 75.0 %, the model that serves in 100.0 %: 25.0 points less",
                        "95 % interval of the difference", "Fewer than 100 conversations say too little");
        assertThat(page(serves)).hasStatusOk().bodyText().doesNotContain("held-out comparisons of", "it is right in");
    }

    @Test
    void theApiGivesTheFigures() {
        compared(4, 3);

        var body = assertThat(api(other + "/head-to-head")).hasStatusOk().bodyJson();
        body.extractingPath("serving").isEqualTo(serves);
        body.extractingPath("comparisons").isEqualTo(4);
        body.extractingPath("conversations").isEqualTo(4);
        body.extractingPath("accuracy").isEqualTo(75.0);
        body.extractingPath("servingAccuracy").isEqualTo(100.0);
        body.extractingPath("lead").isEqualTo(-25.0);
        body.extractingPath("low").isEqualTo(-75.0);
        body.hasPathSatisfying(
                "high",
                high -> assertThat(high)
                        .asInstanceOf(InstanceOfAssertFactories.DOUBLE)
                        .isCloseTo(27.6, within(0.05)));
        assertThat(api(serves + "/head-to-head")).hasStatus(404);
    }

    @Test
    void whoAsksForItsStateAloneWaitsForNoFigures() {
        compared(4, 3);

        assertThat(api(other))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("state", state -> assertThat(state).isEqualTo("candidate"))
                .doesNotHavePath("headToHead");
    }
}
