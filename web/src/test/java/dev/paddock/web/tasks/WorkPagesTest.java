package dev.paddock.web.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.web.security.SignIn;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The list of work says what the campaigns really give out. */
class WorkPagesTest extends WorkbenchTest {

    @Test
    void aReviewerWhoMayTakeTasksFindsThem() {
        var reviewer = member(Role.REVIEWER, CampaignRole.REVIEWER);

        assertThat(work(reviewer)).bodyText().contains("/campaigns/" + campaign + "/tasks", "href=\"/reward-models\"");
    }

    @Test
    void aCampaignThatGivesOutNothingSaysWhyAndOffersNothing() {
        var newcomer = member(Role.ANNOTATOR, CampaignRole.ANNOTATOR);
        campaigns.close(cast.grace(), campaign);

        assertThat(work(newcomer))
                .bodyText()
                .contains("This campaign is closed.")
                .doesNotContain("/campaigns/" + campaign + "/tasks", "href=\"/reward-models\"");
        assertThat(work(ada)).bodyText().contains("/campaigns/" + campaign + "/tasks");
    }

    @Test
    void lookingAtItOftenUsesNoConnectionUp() {
        for (int look = 0; look < 25; look++) {
            assertThat(work(ada)).hasStatusOk();
        }
    }

    private Caller member(Role role, CampaignRole as) {
        var person = cast.stranger(role);
        members.add(cast.grace(), campaign, person.person().toString(), as);
        return person;
    }

    private MvcTestResult work(Caller caller) {
        return browser.get().uri("/work").with(SignIn.as(caller)).exchange();
    }
}
