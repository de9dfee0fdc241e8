package dev.paddock.web.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the page of a training says of where it stands. */
@WebTest
class TrainingPageTest {

    private static final String REPORT = """
            {"ownPairs": 90, "seedPairs": 0, "penalty": 1, "heldOut": 6, "heldOutConversations": 5, "leftOut": %d, "byDegree": [], "curve": [],
             "figures": {"accuracy": 66, "interval": {"low": 50, "high": 80}, "serving": 50, "lengthOnly": 55, "lead": 16,
                         "leadInterval": {"low": -3, "high": 35}}}
            """;

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Campaigns campaigns;

    final UUID id = UUID.randomUUID();
    final String model = "model-" + UUID.randomUUID();

    @AfterEach
    void remove() {
        jdbc.sql("delete from training where id = ?").param(id).update();
        jdbc.sql("delete from reward_model where name = ?").param(model).update();
    }

    private void plant(String state, String phase) {
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, phase, created_at)
                        values (?, 'helpfulness', '{}', 7, 'small', ?, ?, now())
                        """).params(id, state, phase).update();
    }

    private void came(int leftOut) {
        plant("done", "");
        new BareModels(jdbc).register("helpfulness", model, "candidate");
        jdbc.sql("update training set model = ?, against = 'former', report = ?::jsonb where id = ?")
                .params(model, REPORT.formatted(leftOut), id)
                .update();
    }

    private AbstractStringAssert<?> page() {
        return page(new Cast(beans).olive());
    }

    private AbstractStringAssert<?> page(Caller caller) {
        return assertThat(browser.get().uri("/reward-models/trainings/" + id).with(SignIn.as(caller)))
                .hasStatusOk()
                .bodyText();
    }

    @Test
    void oneThatWaitsForTheModelSaysSo() {
        plant("waiting", "waiting for the safety reward model; see Reward models");

        page().contains("waiting for the safety reward model").doesNotContain("Waiting for its turn");
    }

    @Test
    void oneThatHasNotHadATurnWaitsForIt() {
        plant("waiting", "");

        page().contains("Waiting for its turn.");
    }

    @Test
    void theReportSaysHowManyHeldOutPairsWereLeftOut() {
        came(4);

        page().contains(
                        "judged on 6 that were held out in all campaigns of its track, of 5 conversations.",
                        "4 more were left out");
    }

    @Test
    void andNothingOfThemWhereThereAreNone() {
        came(0);

        page().contains("judged on 6 that were held out in all campaigns of its track, of 5 conversations.")
                .doesNotContain("left out");
    }

    @Test
    void namesTheCampaignsThatOneLeadsOrReviewsAndCountsTheOthers() {
        plant("running", "");
        var lead = new Cast(beans).stranger(Role.LEAD);
        var mine = campaigns.create(
                lead,
                new NewCampaign("Mine " + id, Track.HELPFULNESS, "g", 1, 1, true, Set.of(), List.of("starter-warm")));
        jdbc.sql("update training set campaigns = array[?, ?] where id = ?")
                .params(mine.id(), UUID.randomUUID(), id)
                .update();

        page(lead).contains("Mine " + id, " and 1 other campaign");
        var reviewer = new Cast(beans).stranger(Role.REVIEWER);
        page(reviewer).contains("2 other campaigns").doesNotContain("Mine " + id);
        beans.getBean(Members.class).add(lead, mine.id(), reviewer.person().toString(), CampaignRole.REVIEWER);
        page(reviewer).contains("Mine " + id, " and 1 other campaign");
    }

    @Test
    void onlyWhoeverAskedForItAndTheOwnerAreOfferedToCancelIt() {
        plant("running", "");
        var lead = new Cast(beans).stranger(Role.LEAD);

        page().contains("Cancel it");
        page(lead).doesNotContain("Cancel it");
        jdbc.sql("update training set started_by = ? where id = ?")
                .params(lead.person(), id)
                .update();
        page(lead).contains("Cancel it");
    }

    @Test
    void numbersAreEnglishWhateverTheBrowserPrefers() {
        came(0);

        assertThat(browser.get()
                        .uri("/reward-models/trainings/" + id)
                        .header("Accept-Language", "de-DE")
                        .with(SignIn.as(new Cast(beans).olive())))
                .bodyText()
                .contains("66.0 %");
    }
}
