package dev.paddock.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.security.SignIn;
import org.junit.jupiter.api.Test;

/** What the workbench shows, and to whom. */
class WorkbenchPagesTest extends WorkbenchTest {

    @Test
    void showsBothAnswersAndNothingAboutWhereTheyCameFrom() {
        assertThat(get(task))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>bold</strong>", "&lt;script&gt;", "Be <em>fair</em>")
                .contains("No safety violations and only minor non-safety issues")
                .doesNotContain("secret-variant", "<script>alert", "temperature", "checked");
    }

    @Test
    void givesThePairAloneToThePageThatWatchedIt() {
        var answer = browser.get()
                .uri(task)
                .header("HX-Request", "true")
                .with(SignIn.as(ada))
                .exchange();

        assertThat(answer).hasStatusOk().bodyText().startsWith("<section").doesNotContain("<html", "class=\"dock");
    }

    @Test
    void theEmptyQueueSaysWhy() {
        post(task + "/comparison", SOUND);
        post(next() + "/comparison", SOUND);
        var last = next();

        assertThat(last).isEqualTo("/work?nothing=your-share-done");
        assertThat(get(last)).bodyText().contains("You have done your share");
    }

    @Test
    void draftsAndLeasesAreKept() {
        assertThat(post(task + "/draft", "content", "{\"key\":\"k\",\"fields\":{\"note\":\"half a \\u003cthought\"}}"))
                .hasStatusOk();
        assertThat(get(task)).bodyText().contains("half a ");
        assertThat(post(task + "/lease")).hasStatusOk().bodyText().contains("\"at\":");
    }

    @Test
    void nobodyElseSeesTheTask() {
        assertThat(browser.get().uri(task).with(SignIn.as(cast.mary())).exchange())
                .hasStatus(404);
    }

    @Test
    void theLeaseIsToldInSecondsSoThatNoOtherClockMatters() {
        assertThat(get(task)).bodyText().containsPattern("data-seconds=\"1[78]\\d\\d\"");
        assertThat(post(task + "/lease")).bodyText().containsPattern("\"seconds\":1[78]\\d\\d");
    }

    @Test
    void whatWasNotSentCanStillBeReadAndCopiedWhenTheTimeIsOver() {
        post(
                task + "/draft",
                "content",
                "{\"key\":\"k\",\"fields\":{\"note\":\"half a <thought\",\"choice\":\"left:better\"}}");
        takeTheTaskBack();

        assertThat(get(task))
                .hasStatusOk()
                .bodyText()
                .contains("This task has ended", "What you had not sent", "half a &lt;thought", "left is better");
        assertThat(browser.get().uri("/api" + task + "/draft").header("Authorization", "Bearer " + cast.token(ada)))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.fields.note")
                .isEqualTo("half a <thought");
    }

    @Test
    void aDraftThatWasSentIsNoneAnyMore() {
        post(task + "/draft", "content", "{\"key\":\"k\",\"fields\":{\"note\":\"sent\"}}");
        post(task + "/comparison", SOUND);

        assertThat(get(task)).bodyText().contains("This task has ended").doesNotContain("What you had not sent");
        assertThat(browser.get().uri("/api" + task + "/draft").header("Authorization", "Bearer " + cast.token(ada)))
                .hasStatus(404);
    }

    @Test
    void afterALostSessionThePageSaysThatNothingWasSaved() {
        assertThat(get(task + "?unsaved=yes")).hasStatusOk().bodyText().contains("nothing was saved");
    }
}
