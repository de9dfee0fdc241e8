package dev.paddock.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A refusal takes nothing away from what the person has written and picked. */
class SetbacksTest extends WorkbenchTest {

    @Test
    void theImpossibleSafetyAnswerIsRefusedAndEverythingElseKept() {
        var sent = SOUND.clone();
        sent[5] = "other-safe";
        var answer = post(task + "/comparison", sent);

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("the safer answer counts as the better one")
                .containsPattern("value=\"left:slightly-better\"[^>]*checked");
    }

    @Test
    void aMissingRatingIsNamedAsThePageCallsIt() {
        assertThat(post(task + "/comparison", "turn", "1", "choice", "right:better", "safety", "both-safe"))
                .hasStatus(422)
                .bodyText()
                .contains("Your safety rating of the left answer is missing");
    }

    @Test
    void aLostLeaseKeepsAndShowsTheText() {
        tasks.leave(ada, taskId());
        var sent = Arrays.copyOf(SOUND, SOUND.length + 2);
        sent[SOUND.length] = "note";
        sent[SOUND.length + 1] = "The left one forgets the salt.";

        assertThat(post(task + "/comparison", sent))
                .hasStatus(409)
                .bodyText()
                .contains(
                        "no longer held for you",
                        "The left one forgets the salt.",
                        "left is slightly better",
                        "both safe",
                        "Safety, right:</strong> <span>4");
    }

    @Test
    void skippingNeedsAReasonAndThenGivesAnother() {
        assertThat(post(task + "/skip")).hasStatus(422).bodyText().contains("The reason is missing");
        assertThat(post(task + "/skip", "reason", "I wrote this one")
                        .getResponse()
                        .getRedirectedUrl())
                .startsWith("/tasks/")
                .isNotEqualTo(task);
    }

    @Test
    void aRefusedReasonStandsWhereItWasWritten() {
        var reason = "far too long ".repeat(100);

        assertThat(post(task + "/flag", "reason", reason))
                .hasStatus(422)
                .bodyText()
                .containsPattern("id=\"flag\"[^>]*data-open")
                .containsPattern("id=\"flag-reason\"[^>]*>far too long")
                .doesNotContainPattern("id=\"skip-reason\"[^>]*>far too long");
    }

    @Test
    void aFaultInAnAddressIsNamedOnThePageThatTellsIt() {
        assertThat(get("/comparisons?before=noon"))
                .hasStatus(422)
                .bodyText()
                .containsPattern("<strong>before</strong> <span>is not a place in this list");
    }
}
