package dev.paddock.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Forms that take long to fill in are kept on the device until they are saved. */
@WebTest
class LongFormsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Test
    void areKeptUntilTheyAreSaved() {
        var cast = new Cast(beans);
        var grace = cast.grace();
        var asked = new NewCampaign(
                "Long " + UUID.randomUUID(), Track.SAFETY, "# Be *fair*", 2, 1, false, Set.of(), List.of());
        var campaign = campaigns.create(grace, asked);
        var at = "/campaigns/" + campaign.id();

        assertKept(grace, "/campaigns/new", "new-campaign");
        assertKept(grace, at + "/settings", campaign.id() + "-settings");
        assertKept(grace, at + "/guideline/edit", campaign.id() + "-guideline");
        var browser = new Browser(mvc);
        browser.signIn(cast.email(grace));
        var version = Long.toString(campaign.version());
        assertThat(browser.post(at + "/guideline", "version", version, "guideline", "# Be fairer"))
                .hasRedirectedUrl(at + "/guideline");
        assertThat(browser.get(at + "/guideline"))
                .bodyText()
                .contains("<meta name=\"settled\" content=\"" + campaign.id() + "-guideline\">");
    }

    private void assertKept(Caller caller, String page, String key) {
        assertThat(mvc.get().uri(page).with(SignIn.as(caller)))
                .hasStatusOk()
                .bodyText()
                .contains("data-draft-key=\"" + key + "\"", "data-draft-put-back");
    }
}
