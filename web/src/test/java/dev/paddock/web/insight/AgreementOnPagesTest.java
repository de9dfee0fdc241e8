package dev.paddock.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.Questions;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A campaign's overview does not praise a model for what it was trained on. */
@WebTest
class AgreementOnPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    Cast cast;
    Harvest harvest;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "helpfulness");
        new BareModels(jdbc).serve("helpfulness", model);
        liesIn("own-folder");
    }

    /** Or no default would take its place in other tests. */
    @AfterEach
    void wasBrought() {
        liesIn("nowhere");
    }

    private void liesIn(String folder) {
        jdbc.sql("update reward_model set folder = ? where name = ?")
                .params(folder, model)
                .update();
    }

    private void said(boolean heldOut, double chosen, double rejected) {
        var question = (heldOut ? Questions.heldOut("About", 1) : Questions.learntFrom("About", 1)).getFirst();
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "Hello.", "What?");
        harvest.beginsWith(turn.conversation(), question);
        harvest.score(turn.a(), model, "helpfulness", chosen);
        harvest.score(turn.b(), model, "helpfulness", rejected);
        harvest.said(turn).saved();
    }

    private String overview() throws Exception {
        return mvc.get()
                .uri("/campaigns/" + harvest.campaign)
                .with(SignIn.as(cast.olive()))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void whereNothingIsHeldOutItSaysSo() throws Exception {
        said(false, 1, 0);

        assertThat(overview())
                .contains(model + ", none held out and scored yet")
                .doesNotContain("100.0 %, ");
    }

    @Test
    void whatIsHeldOutIsCountedAlone() throws Exception {
        said(false, 1, 0);
        said(true, 0, 1);
        said(true, 1, 1);

        assertThat(overview()).contains(">25.0 %<", model + ", 1.5 to 88.2, n 2 held out");
        assertThat(mvc.get()
                        .uri("/api/campaigns/" + harvest.campaign + "/facts")
                        .header("Authorization", "Bearer " + cast.token(cast.olive())))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "heldOutOnly", heldOutOnly -> assertThat(heldOutOnly).isEqualTo(true))
                .hasPathSatisfying("agreement.hits", hits -> assertThat(hits).isEqualTo(0.5))
                .hasPathSatisfying("agreement.of", of -> assertThat(of).isEqualTo(2))
                .hasPathSatisfying(
                        "agreement.conversations",
                        conversations -> assertThat(conversations).isEqualTo(1));
    }
}
