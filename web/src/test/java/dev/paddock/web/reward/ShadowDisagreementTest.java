package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Cast;
import dev.paddock.web.Api;
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

/** How a shadow differs from the model that serves is told by the API as on its page. */
@WebTest
class ShadowDisagreementTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String serves = "serves-" + UUID.randomUUID();
    final String shadow = "shadow-" + UUID.randomUUID();
    Cast cast;
    Harvest harvest;

    @BeforeEach
    void twoModels() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).serve("safety", serves);
        new BareModels(jdbc).register("safety", shadow, "shadow");
    }

    private void scored(double shadowGap, double servesGap) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "May I?", "No.", "Yes.");
        harvest.score(turn.a(), shadow, "safety", shadowGap);
        harvest.score(turn.b(), shadow, "safety", 0);
        harvest.score(turn.a(), serves, "safety", servesGap);
        harvest.score(turn.b(), serves, "safety", 0);
    }

    private MvcTestResult api(String model) {
        return new Api(mvc).get("/api/reward-models/" + model + "/disagreement", cast.token(cast.olive()));
    }

    @Test
    void theApiTellsHowOftenTheyDisagree() {
        scored(1, 2);
        scored(2, 4);
        scored(-1, 1);
        scored(3, 6);

        var body = assertThat(api(shadow)).hasStatusOk().bodyJson();
        body.extractingPath("serving").isEqualTo(serves);
        body.extractingPath("pairs").isEqualTo(4);
        body.extractingPath("opposed").isEqualTo(1);
        body.extractingPath("percent").isEqualTo(25.0);
        body.extractingPath("correlation")
                .convertTo(Double.class)
                .satisfies(correlation -> assertThat(correlation).isBetween(0.94, 0.95));
    }

    @Test
    void aCorrelationThatCannotBeToldIsNullAndSaidToBeUnknown() {
        scored(1, 2);

        assertThat(api(shadow))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("correlation")
                .isNull();
        assertThat(mvc.get().uri("/reward-models/" + shadow).with(SignIn.as(cast.olive())))
                .hasStatusOk()
                .bodyText()
                .contains("Of 1 pair that both have scored", "is not known")
                .doesNotContain("NaN");
    }

    @Test
    void thereIsNoneOfTheOneThatServesOrWithoutAPairInCommon() {
        assertThat(api(serves)).hasStatus(404).bodyText().contains("disagreement");
        assertThat(api(shadow)).hasStatus(404).bodyText().contains("disagreement");
    }
}
