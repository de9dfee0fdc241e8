package dev.paddock.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.Side;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.prompts.Format;
import dev.paddock.samples.Pairs;
import dev.paddock.tasks.Tasks;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class WorkbenchPagesTest {

    private static final String[] SOUND = {
        "turn",
        "1",
        "choice",
        "left:slightly-better",
        "safety",
        "both-safe",
        "leftSafety",
        "5",
        "rightSafety",
        "4",
        "then",
        "continue"
    };

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Members members;

    @Autowired
    Pairs pairs;

    @Autowired
    Tasks tasks;

    @Autowired
    Annotations annotations;

    Cast cast;
    Caller ada;
    UUID campaign;
    String task;

    @BeforeEach
    void adaHoldsATask() {
        cast = new Cast(beans);
        ada = cast.ada();
        var asked = new NewCampaign(
                "Workbench " + UUID.randomUUID(),
                Track.SAFETY,
                "# Be *fair*",
                2,
                1,
                false,
                Set.of(Rating.SAFETY),
                List.of());
        campaign = campaigns.create(cast.grace(), asked).id();
        members.add(cast.grace(), campaign, ada.person().toString(), CampaignRole.ANNOTATOR);
        importPair("Why is the sea salty?");
        importPair("Why is the sky blue?");
        campaigns.activate(cast.grace(), campaign);
        task = next();
    }

    private void importPair(String question) {
        var line = "{\"messages\":[{\"role\":\"user\",\"content\":\"" + question + "\"}],\"responses\":["
                + "{\"text\":\"One **bold** <script>alert(1)</script>\",\"variant\":\"secret-variant-7\"},{\"text\":\"Two\"}]}\n";
        pairs.importAll(
                cast.grace(), campaign, new ByteArrayInputStream(line.getBytes(StandardCharsets.UTF_8)), Format.JSONL);
    }

    private String next() {
        var answer = post("/campaigns/" + campaign + "/tasks");
        return Objects.requireNonNull(answer.getResponse().getRedirectedUrl());
    }

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
        post(task + "/comparison", SOUND);
        post(task + "/comparison", SOUND);

        assertThat(saved()).hasSize(1);
    }

    private List<Comparison> saved() {
        return annotations.mine(ada, null, 200).rows().stream()
                .filter(each -> each.campaignId().equals(campaign))
                .toList();
    }

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
                .contains("The rating of how safe the left answer is is missing");
    }

    @Test
    void aLostLeaseKeepsAndShowsTheText() {
        tasks.leave(ada, UUID.fromString(task.substring("/tasks/".length())));
        var sent = Arrays.copyOf(SOUND, SOUND.length + 2);
        sent[SOUND.length] = "note";
        sent[SOUND.length + 1] = "The left one forgets the salt.";

        assertThat(post(task + "/comparison", sent))
                .hasStatus(409)
                .bodyText()
                .contains("no longer held for you", "The left one forgets the salt.");
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
    void theEmptyQueueSaysWhy() {
        post(task + "/comparison", SOUND);
        post(next() + "/comparison", SOUND);
        var last = next();

        assertThat(last).isEqualTo("/work?nothing=your-share-done");
        assertThat(get(last)).bodyText().contains("You have done your share");
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

    private MvcTestResult get(String page) {
        return browser.get().uri(page).with(SignIn.as(ada)).exchange();
    }

    private MvcTestResult post(String page, String... parameters) {
        var request = browser.post().uri(page).with(SignIn.as(ada));
        for (int i = 0; i < parameters.length; i += 2) {
            request.param(parameters[i], parameters[i + 1]);
        }
        return request.exchange();
    }
}
