package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Round 1 of one campaign is not that of another: a report's rounds can be asked for one of them. */
class ReportOfCampaignTest extends OneModelWorld {

    private static final String HELD_OUT =
            Questions.heldOut("question number", 1).getFirst();

    Caller lead;
    Harvest mine;
    Harvest foreign;

    ReportOfCampaignTest() {
        super("safety", "retired", OWN);
    }

    @BeforeEach
    void twoCampaigns() {
        lead = cast.stranger(Role.LEAD);
        mine = new Harvest(jdbc, "safety");
        foreign = new Harvest(jdbc, "safety");
        mine.member(lead.person(), "reviewer");
        compared(mine, HELD_OUT, 1);
        compared(foreign, HELD_OUT, 1);
        compared(foreign, HELD_OUT, -1);
    }

    private MvcTestResult api(Object campaign) {
        return api("/" + model + "/report?campaign=" + campaign, lead);
    }

    private MvcTestResult page(String query) {
        return page("/" + model + "/report" + query, lead);
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
