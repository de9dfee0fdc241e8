package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Round 1 of one campaign is not that of another: a report's rounds can be asked for one of them. */
@WebTest
class ReportOfCampaignTest {

    private static final String HELD_OUT = IntStream.iterate(0, i -> i + 1)
            .mapToObj(i -> "question number " + i)
            .filter(HoldOut::contains)
            .findFirst()
            .orElseThrow();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    Cast cast;
    Caller lead;
    Harvest mine;
    Harvest foreign;

    @BeforeEach
    void twoCampaigns() {
        cast = new Cast(beans);
        lead = cast.stranger(Role.LEAD);
        new BareModels(jdbc).register("safety", model, "retired", "own-nowhere", Harvest.SHOWN);
        mine = new Harvest(jdbc, "safety");
        foreign = new Harvest(jdbc, "safety");
        mine.member(lead.person(), "reviewer");
        compared(mine, 1);
        compared(foreign, 1);
        compared(foreign, -1);
    }

    private void compared(Harvest harvest, double gap) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, HELD_OUT, "No.", "Yes.");
        harvest.score(turn.a(), model, "safety", gap);
        harvest.score(turn.b(), model, "safety", 0);
        harvest.said(turn).chose(turn.a()).saved();
    }

    private MvcTestResult api(Object campaign) {
        return new Api(mvc).get("/api/reward-models/" + model + "/report?campaign=" + campaign, cast.token(lead));
    }

    private MvcTestResult page(String query) {
        return mvc.get()
                .uri("/reward-models/" + model + "/report" + query)
                .with(SignIn.as(lead))
                .exchange();
    }

    @Test
    void theApiGivesTheRoundsAndSpreadsOfOne() {
        var all = assertThat(api("")).hasStatusOk().bodyJson();
        all.extractingPath("campaign").isNull();
        all.extractingPath("rounds[0].pairs").isEqualTo(3);

        var one = assertThat(api(mine.campaign)).hasStatusOk().bodyJson();
        one.extractingPath("campaign").isEqualTo(mine.campaign.toString());
        one.extractingPath("comparisons").isEqualTo(3);
        one.extractingPath("rounds[0].pairs").isEqualTo(1);
        one.extractingPath("rounds[0].accuracy").isEqualTo(100.0);
        one.extractingPath("scores[0].samples").isEqualTo(1);
    }

    @Test
    void nobodySeesThoseOfACampaignThatIsNotTheirs() {
        assertThat(api(foreign.campaign)).hasStatus(404);
        assertThat(api(UUID.randomUUID())).hasStatus(404);
        assertThat(page("?campaign=" + foreign.campaign)).hasStatus(404);
    }

    @Test
    void oneOfTheOtherTrackIsRefused() {
        var other = new Harvest(jdbc, "helpfulness");
        other.member(lead.person(), "lead");

        assertThat(api(other.campaign)).hasStatus(422).bodyText().contains("\"campaign\"", "of the track safety");
    }

    @Test
    void thePageLetsOneChooseAndSaysWhatIsCountedTogether() {
        assertThat(page(""))
                .hasStatusOk()
                .bodyText()
                .contains("Rounds of all campaigns are counted together", mine.name)
                .doesNotContain(foreign.name);
        assertThat(page("?campaign=" + mine.campaign))
                .hasStatusOk()
                .bodyText()
                .contains("Rounds and scores are those of " + mine.name)
                .doesNotContain("Rounds of all campaigns are counted together");
    }
}
