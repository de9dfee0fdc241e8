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

    /** As the page itself sends it. */
    private String send(SentForm form, String address) {
        return shown(sent(form, address));
    }

    private MvcTestResult sent(SentForm form, String address) {
        var request = browser.post().uri(address).with(SignIn.as(lead));
        form.values().forEach((name, values) -> request.param(name, values.toArray(String[]::new)));
        return request.exchange();
    }

    private String find(String page, String named) {
        var form = SentForm.on(page).with("named", named);
        return send(form, form.onPressing("Find"));
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
        var blank = get(BEST_OF_K);
        assertThat(blank).contains(offered(newest), "Find a campaign").doesNotContain(offered(oldest), offered(safety));

        var form = SentForm.on(blank).with("named", "oldest 100%").with("k", "17");
        assertThat(send(form, form.onPressing("Find")))
                .contains(offered(oldest), "value=\"17\"")
                .doesNotContain(offered(newest), offered(second));
        assertThat(find(get(BEST_OF_K + "?campaign=" + oldest), "second"))
                .contains(offered(second), offered(oldest) + " selected");
    }

    @Test
    void saysWhereNoneIsCalledSo() {
        var none = "No campaign has that in its name.";

        assertThat(find(get(BEST_OF_K), "none is called so")).contains(none);
        assertThat(find(get(BEST_OF_K + "?campaign=" + oldest), "none is called so"))
                .contains(none, offered(oldest) + " selected");
        assertThat(find(get(BEST_OF_K + "?campaign=" + oldest), "oldest 100%")).doesNotContain(none);
        assertThat(find(get(TRAINING + "?campaign=" + oldest), "none is called so"))
                .contains(none)
                .containsPattern(ticked(oldest.toString()));
        assertThat(get(BEST_OF_K)).doesNotContain(none);
    }

    @Test
    void choosesNoCampaignThatNobodyChose() {
        var blank = SentForm.on(get(BEST_OF_K));
        assertThat(blank.values().get("campaign")).containsExactly("");

        var found = SentForm.on(find(get(BEST_OF_K), "second"));

        assertThat(found.values().get("campaign")).containsExactly("");
        assertThat(sent(found, found.onPressing("Start")))
                .hasStatus(422)
                .bodyText()
                .contains("This must be one of");
    }

    @Test
    void enterBeginsUnlessANameIsStillToBeLookedFor() {
        var form = SentForm.on(get(BEST_OF_K + "?campaign=" + newest));
        var start = form.onPressing("Start");
        assertThat(form.onEnter()).isEqualTo(start).isNotEqualTo(form.onPressing("Find"));
        assertThat(sent(form, start)).hasStatus(422);

        var found = send(form.with("named", "second"), form.onEnter());

        assertThat(found).contains(offered(second), offered(newest) + " selected", "value=\"second\"");
        assertThat(sent(SentForm.on(found), start)).hasStatus(422);
        var training = SentForm.on(get(TRAINING + "?campaign=" + newest)).with("named", "second");
        assertThat(training.onEnter()).isEqualTo(training.onPressing("Train"));
        assertThat(send(training, training.onEnter()))
                .contains(offered(second))
                .containsPattern(ticked(newest.toString()));
    }

    @Test
    void theAddressOfASearchShowsTheForm() {
        for (var form : List.of(BEST_OF_K, TRAINING)) {
            assertThat(get(SentForm.on(get(form)).onPressing("Find"))).contains("Find a campaign", offered(newest));
        }
    }

    @Test
    void aTrainingKeepsWhatIsTickedWhileOthersAreSought() {
        assertThat(get(TRAINING)).contains(offered(newest), "Find a campaign").doesNotContain(offered(oldest));

        var form = SentForm.on(get(TRAINING + "?campaign=" + oldest))
                .with("named", "second")
                .with("margin", "large");
        var both = send(form, form.onPressing("Find"));

        assertThat(both)
                .contains(offered(second))
                .containsPattern(ticked(oldest.toString()))
                .containsPattern(ticked("large"))
                .doesNotContain(offered(newest));
        assertThat(find(get(TRAINING), "harmless")).doesNotContain(offered(safety));
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
        var form = SentForm.on(get(BEST_OF_K)).with("campaign", foreign.id().toString());
        assertThat(send(form, form.onPressing("Find"))).doesNotContain(offered(foreign.id()));
    }

    @Test
    void thePeoplePageSaysThatItShowsTheNewestOnly() {
        assertThat(get("/people")).contains(offered(newest), "The newest 200").doesNotContain(offered(oldest));
    }
}
