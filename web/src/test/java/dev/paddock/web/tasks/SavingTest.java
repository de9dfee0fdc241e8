package dev.paddock.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.annotations.NewComparison;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.SafetyBin;
import dev.paddock.annotations.Side;
import dev.paddock.web.security.Browser;
import org.junit.jupiter.api.Test;

/** Saving a judgement, once, and correcting it. */
class SavingTest extends WorkbenchTest {

    @Test
    void savesGivesAReceiptAndGoesOnToTheNextTask() {
        var answer = post(task + "/comparison", SOUND);

        assertThat(answer).hasStatus(302);
        assertThat(answer.getResponse().getRedirectedUrl())
                .startsWith("/tasks/")
                .isNotEqualTo(task);
        assertThat(answer.getMvcResult().getFlashMap().get("saved")).isNotNull();
    }

    @Test
    void theSameFormSentTwiceIsOneAnswer() {
        var first = post(task + "/comparison", SOUND);
        var second = post(task + "/comparison", SOUND);

        assertThat(saved()).hasSize(1);
        assertThat(second).hasStatus(302);
        assertThat(second.getMvcResult().getFlashMap().get("saved"))
                .isEqualTo(first.getMvcResult().getFlashMap().get("saved"))
                .isNotNull();
    }

    @Test
    void undoOpensTheJudgementAgainAndSavesARevision() {
        post(task + "/comparison", SOUND);
        var page = "/comparisons/" + saved().getFirst().id();

        assertThat(get(page)).hasStatusOk().bodyText().containsPattern("value=\"left:slightly-better\"[^>]*checked");
        var changed = SOUND.clone();
        changed[3] = "right:better";
        assertThat(post(page + "/revisions", changed)).hasStatus(302);
        assertThat(saved())
                .singleElement()
                .returns(Side.RIGHT, Comparison::chosen)
                .returns(Degree.BETTER, Comparison::degree);
        assertThat(get("/comparisons")).bodyText().contains("right better");
    }

    @Test
    void aFormOfAnotherTurnChangesNothingAndSaysSo() {
        var late = SOUND.clone();
        late[1] = "7";

        var ownTab = new Browser(browser);
        ownTab.signIn(cast.email(ada));

        assertThat(ownTab.post(task + "/comparison", late)).hasRedirectedUrl(task);
        assertThat(saved()).isEmpty();
        assertThat(ownTab.get(task))
                .bodyText()
                .contains(
                        "You had saved this turn already; nothing was changed.",
                        "href=\"/comparisons\"",
                        "left is slightly better");
    }

    @Test
    void theAnswerThatWasSavedUnderAKeyFindsItsReceiptAgain() {
        var answer = new NewComparison(
                Side.LEFT,
                Degree.BETTER,
                SafetyBin.BOTH_SAFE,
                new Ratings(null, 5),
                new Ratings(null, 4),
                "",
                NewComparison.Then.CONTINUE);
        var receipt = annotations.submit(ada, taskId(), answer, new IdempotencyKey("k"));

        assertThat(annotations.savedBefore(ada, taskId(), answer, new IdempotencyKey("k")))
                .contains(receipt);
        assertThat(annotations.savedBefore(ada, taskId(), answer, new IdempotencyKey("another")))
                .isEmpty();
    }

    @Test
    void aCorrectionLeadsBackToTheTaskInHand() {
        post(task + "/comparison", SOUND);
        var inHand = next();
        var page = "/comparisons/" + saved().getFirst().id();

        assertThat(get(page)).bodyText().containsPattern("href=\"" + inHand + "\"[^>]*>Leave it as it was");
        var changed = SOUND.clone();
        changed[3] = "right:better";
        var answer = post(page + "/revisions", changed);
        assertThat(answer).hasRedirectedUrl(inHand);
        assertThat(answer.getMvcResult().getFlashMap().get("settled"))
                .isEqualTo(page.substring("/comparisons/".length()));
    }
}
