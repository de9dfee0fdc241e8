package dev.paddock.web.insight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class InsightPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    Cast cast;
    Harvest harvest;
    Harvest.Turn turn;
    String model;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "helpfulness");
        turn = harvest.turn(
                harvest.conversation(null, "Be <brief>.", harvest.ada),
                1,
                "Why is the <sea> salty?",
                "**Rivers** carry salt.",
                "It is not.");
        harvest.said(turn)
                .revising(harvest.said(turn).degree("slightly-better").saved())
                .helpfulness(5, 2)
                .saved();
        model = "model-" + UUID.randomUUID();
        new BareModels(jdbc).serve("helpfulness", model);
        harvest.score(turn.a(), model, "helpfulness", 0.8125);
        harvest.score(turn.b(), model, "helpfulness", 1.5);
    }

    @Test
    void listsTheConversations() {
        assertThat(page("/campaigns/" + harvest.campaign + "/conversations"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Why is the &lt;sea&gt; salty?",
                        "0.81",
                        "1.50",
                        "people and model disagree",
                        "/conversations/" + turn.conversation());
    }

    @Test
    void showsAConversationWhole() {
        assertThat(page("/conversations/" + turn.conversation()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Be &lt;brief&gt;.",
                        "<strong>Rivers</strong>",
                        "starter-warm",
                        "SmolLM2-135M-Instruct",
                        "0.8125 by " + model)
                .contains(
                        "revised",
                        "slightly better",
                        "helpfulness 5 / 2",
                        "Answer A, on the left",
                        "12.5 s",
                        "data-local")
                .doesNotContain("badge--warn\">ready");
    }

    @Test
    void theOverviewHasTheFigures() {
        assertThat(page("/campaigns/" + harvest.campaign))
                .hasStatusOk()
                .bodyText()
                .contains("How strongly people prefer", "Left chosen", model);
    }

    @Test
    void tellsHowToTakeTheComparisonsAway() {
        assertThat(page("/campaigns/" + harvest.campaign + "/export"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "/api/campaigns/" + harvest.campaign + "/comparisons?format=trl&amp;margin=small",
                        "100.0 %",
                        model);
    }

    @Test
    void showsWhatPeopleWroteWhenTheyFlaggedOrSkipped() {
        harvest.flagged(turn, "Both are <rude>.");

        assertThat(page("/campaigns/" + harvest.campaign + "/flags"))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Both are &lt;rude&gt;.",
                        "/conversations/" + turn.conversation(),
                        "Why is the &lt;sea&gt; salty?",
                        "turn 1");
        assertThat(page("/campaigns/" + harvest.campaign))
                .bodyText()
                .contains("Flagged and skipped", "people wrote why");
        assertThat(api("/api/campaigns/" + harvest.campaign + "/flags", cast.token(cast.olive())))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].reason")
                .isEqualTo("Both are <rude>.");
    }

    @Test
    void theApiTellsTheSame() {
        var token = cast.token(cast.olive());
        assertThat(api("/api/campaigns/" + harvest.campaign + "/conversations", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rows[0].chosenScore")
                .isEqualTo(0.8125);
        assertThat(api("/api/conversations/" + turn.conversation(), token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.turns[0].samples[0].provenance.seed")
                .isEqualTo(7);
        assertThat(api("/api/campaigns/" + harvest.campaign + "/facts", token))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.comparisons")
                .isEqualTo(1);
    }

    @Test
    void annotatorsFindNothingHere() {
        var token = cast.token(cast.ada());
        for (var path : new String[] {
            "/api/campaigns/" + harvest.campaign + "/conversations",
            "/api/conversations/" + turn.conversation(),
            "/api/campaigns/" + harvest.campaign + "/flags",
            "/api/campaigns/" + harvest.campaign + "/facts"
        }) {
            assertThat(api(path, token)).hasStatus(404);
        }
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(SignIn.as(cast.olive())).exchange();
    }

    private MvcTestResult api(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }
}
