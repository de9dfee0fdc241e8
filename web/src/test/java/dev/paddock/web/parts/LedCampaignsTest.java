package dev.paddock.web.parts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A lead of more campaigns than a form shows: 202 of helpfulness, and before all of them one of safety. */
@WebTest
class LedCampaignsTest {

    private static final String BEST_OF_K = "/best-of-k/new";
    private static final String TRAINING = "/reward-models/trainings/new/helpfulness";

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    Caller lead;
    String mark;
    UUID safety;
    UUID oldest;
    UUID second;
    UUID newest;

    @BeforeEach
    void leadMany() {
        lead = new Cast(beans).stranger(Role.LEAD);
        mark = UUID.randomUUID().toString();
        safety = made("Harmless", Track.SAFETY);
        oldest = made("Oldest 100%", Track.HELPFULNESS);
        second = made("Second", Track.HELPFULNESS);
        for (var each = 0; each < 199; each++) {
            made("Any " + each, Track.HELPFULNESS);
        }
        newest = made("Newest", Track.HELPFULNESS);
    }

    private UUID made(String name, Track track) {
        return campaigns
                .create(
                        lead,
                        new NewCampaign(name + " " + mark, track, "g", 1, 1, true, Set.of(), List.of("starter-warm")))
                .id();
    }

    private String get(String uri) {
        return shown(browser.get().uri(uri).with(SignIn.as(lead)).exchange());
    }

    private String find(String form, String named, UUID... chosen) {
        var request =
                browser.post().uri(form + "/campaigns").with(SignIn.as(lead)).param("named", named);
        for (var each : chosen) {
            request.param(form.equals(BEST_OF_K) ? "campaign" : "campaigns", each.toString());
        }
        return shown(request.param("k", "17").param("margin", "large").exchange());
    }

    private static String shown(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return Api.text(answer);
    }

    private static String offered(UUID campaign) {
        return "value=\"" + campaign + "\"";
    }

    private static String ticked(String value) {
        return "value=\"" + value + "\"[^>]* checked";
    }

    @Test
    void bestOfKOffersTheNewestAndFindsTheOthers() {
        assertThat(get(BEST_OF_K))
                .contains(offered(newest), "Find a campaign")
                .doesNotContain(offered(oldest), offered(safety));

        assertThat(find(BEST_OF_K, "oldest 100%"))
                .contains(offered(oldest), "value=\"17\"")
                .doesNotContain(offered(newest), offered(second));
        assertThat(find(BEST_OF_K, "second", oldest)).contains(offered(second), offered(oldest) + " selected");
        assertThat(find(BEST_OF_K, "none is called so")).contains("No campaign has that in its name.");
    }

    @Test
    void aTrainingKeepsWhatIsTickedWhileOthersAreSought() {
        assertThat(get(TRAINING)).contains(offered(newest), "Find a campaign").doesNotContain(offered(oldest));

        var both = find(TRAINING, "second", oldest);

        assertThat(both)
                .contains(offered(second))
                .containsPattern(ticked(oldest.toString()))
                .containsPattern(ticked("large"))
                .doesNotContain(offered(newest));
        assertThat(find(TRAINING, "harmless")).doesNotContain(offered(safety));
        assertThat(get("/reward-models/trainings/new/safety"))
                .contains(offered(safety))
                .doesNotContain("Find a campaign");
    }

    @Test
    void beginsOnTheCampaignsOwnPage() {
        var page = get("/campaigns/" + oldest);

        assertThat(page).contains(BEST_OF_K + "?campaign=" + oldest, TRAINING + "?campaign=" + oldest);
        assertThat(get(BEST_OF_K + "?campaign=" + oldest)).contains(offered(oldest) + " selected");
        assertThat(get(TRAINING + "?campaign=" + oldest)).containsPattern(ticked(oldest.toString()));
        var foreign = campaigns.create(
                new Cast(beans).stranger(Role.LEAD),
                new NewCampaign(
                        "Foreign " + mark, Track.HELPFULNESS, "g", 1, 1, true, Set.of(), List.of("starter-warm")));
        assertThat(browser.get().uri(BEST_OF_K + "?campaign=" + foreign.id()).with(SignIn.as(lead)))
                .hasStatus(404);
        assertThat(browser.get().uri(TRAINING + "?campaign=" + foreign.id()).with(SignIn.as(lead)))
                .hasStatus(404);
        assertThat(find(BEST_OF_K, "", foreign.id())).doesNotContain(offered(foreign.id()));
    }

    @Test
    void thePeoplePageSaysThatItShowsTheNewestOnly() {
        assertThat(get("/people")).contains(offered(newest), "The newest 200").doesNotContain(offered(oldest));
    }
}
