package dev.paddock.web.campaigns;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Grace leads a safety campaign that has not begun. */
@WebTest
public abstract class CampaignTest {

    @Autowired
    protected MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    protected Campaigns campaigns;

    protected Cast cast;
    protected Caller grace;
    protected String name;
    protected UUID id;

    @BeforeEach
    void campaign() {
        cast = new Cast(beans);
        grace = cast.grace();
        name = "Pages " + UUID.randomUUID();
        var asked = new NewCampaign(
                name,
                Track.SAFETY,
                "# Judge *well*\n<script>alert(1)</script>",
                3,
                4,
                true,
                Set.of(Rating.SAFETY),
                List.of("starter-warm"));
        id = campaigns.create(grace, asked).id();
    }

    protected MvcTestResult get(String uri, Caller caller) {
        return browser.get().uri(uri).with(SignIn.as(caller)).exchange();
    }

    protected MvcTestResult post(String uri, Caller caller, String... fields) {
        var request = browser.post().uri(uri).with(SignIn.as(caller));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
