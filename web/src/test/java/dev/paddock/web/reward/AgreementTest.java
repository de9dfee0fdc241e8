package dev.paddock.web.reward;

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

/** How often a model agrees with people is one number, on its page and in its report. */
@WebTest
class AgreementTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    Cast cast;
    Harvest harvest;

    @BeforeEach
    void registered() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).register("safety", model, "retired");
    }

    private void compared(double chosen, double rejected) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "May I?", "No.", "Yes.");
        harvest.score(turn.a(), model, "safety", chosen);
        harvest.score(turn.b(), model, "safety", rejected);
        harvest.said(turn).chose(turn.a()).degree("slightly-better").saved();
    }

    @Test
    void equalScoresAreHalfRightOnThePageAsInTheReport() {
        compared(1, 1);
        compared(2, 1);

        assertThat(browser.get()
                        .uri("/api/reward-models/" + model + "/report")
                        .header("Authorization", "Bearer " + cast.token(cast.olive())))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying(
                        "degrees[0].accuracy", accuracy -> assertThat(accuracy).isEqualTo(75.0));
        assertThat(browser.get().uri("/reward-models/" + model).with(SignIn.as(cast.olive())))
                .hasStatusOk()
                .bodyText()
                .contains("slightly better", ">75.0<");
    }
}
