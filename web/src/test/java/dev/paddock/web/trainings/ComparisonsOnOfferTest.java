package dev.paddock.web.trainings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Beside each campaign that a training may learn from stands how much it would learn from. */
@WebTest
class ComparisonsOnOfferTest {

    private static final String FORM = "/reward-models/trainings/new/helpfulness";

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Caller lead;

    @BeforeEach
    void somebodyLeads() {
        lead = new Cast(beans).stranger(Role.LEAD);
    }

    private Harvest led(String track) {
        var harvest = new Harvest(jdbc, track);
        harvest.member(lead.person(), "lead");
        return harvest;
    }

    private static UUID compared(Harvest harvest) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "q", "a", "b");
        return harvest.said(turn).saved();
    }

    private String beside(Harvest harvest) {
        var form = browser.get().uri(FORM + "?campaign=" + harvest.campaign).with(SignIn.as(lead));
        assertThat(form).hasStatusOk();
        return Api.text(form.exchange())
                .replaceAll("(?s).*" + harvest.name + "</span> *", "")
                .replaceAll("(?s)</label>.*", "")
                .replaceAll("<[^>]*>", "")
                .strip();
    }

    @Test
    void aCorrectionIsCountedOnce() {
        var harvest = led("helpfulness");
        var other = led("helpfulness");
        assertThat(beside(harvest)).isEqualTo("no comparisons yet");

        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "q", "a", "b");
        var first = harvest.said(turn).saved();
        var second =
                harvest.said(turn).degree("slightly-better").revising(first).saved();
        harvest.said(turn).chose(turn.b()).revising(second).saved();

        assertThat(beside(harvest)).isEqualTo("1 comparison");
        compared(harvest);
        compared(other);
        assertThat(beside(harvest)).isEqualTo("2 comparisons");
        assertThat(beside(other)).isEqualTo("1 comparison");
    }

    @Test
    void thousandsAreSetApart() {
        var harvest = led("helpfulness");
        for (var i = 0; i < 1_001; i++) {
            compared(harvest);
        }

        assertThat(beside(harvest)).isEqualTo("1,001 comparisons");
    }

    @Test
    void thoseWithSomethingToLearnFromComeFirst() {
        var older = led("helpfulness");
        compared(older);
        var newer = led("helpfulness");

        var form = Api.text(browser.get().uri(FORM).with(SignIn.as(lead)).exchange());

        assertThat(form.indexOf(older.name)).isPositive().isLessThan(form.indexOf(newer.name));
    }

    @Test
    void oldOnesWithSomethingToLearnFromComeBeforeAnyNumberOfNewerOnes() {
        var foreign = new Harvest(jdbc, "helpfulness");
        var safety = led("safety");
        var oldest = aged(led("helpfulness"), 3);
        var second = aged(led("helpfulness"), 2);
        List.of(foreign, safety, oldest, second).forEach(ComparisonsOnOfferTest::compared);
        var empty = aged(led("helpfulness"), 1);
        for (var each = 0; each < 198; each++) {
            led("helpfulness");
        }

        assertThat(offered())
                .startsWith(second.name, oldest.name)
                .hasSize(200)
                .doesNotContain(foreign.name, safety.name, empty.name);
    }

    private List<String> offered() {
        var form = Api.text(browser.get().uri(FORM).with(SignIn.as(lead)).exchange());
        return Pattern.compile("Harvest [0-9a-f-]{36}")
                .matcher(form)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private Harvest aged(Harvest harvest, int days) {
        jdbc.sql("update campaign set created_at = created_at - make_interval(days => ?) where id = ?")
                .params(days, harvest.campaign)
                .update();
        return harvest;
    }

    @Test
    void aTrainingOnNothingIsRefusedBesideTheCampaigns() {
        var harvest = led("helpfulness");

        assertThat(browser.post()
                        .uri(FORM)
                        .with(SignIn.as(lead))
                        .param("campaigns", harvest.campaign.toString())
                        .param("margin", "small"))
                .hasStatus(422)
                .bodyText()
                .contains("This must hold at least one comparison to learn from.", "no comparisons yet");
    }
}
