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
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever looks at a model learns what it gives no score. */
@WebTest
class UnscorableTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    final String model = "picky-" + UUID.randomUUID();
    Cast cast;
    Harvest harvest;

    @BeforeEach
    void registered() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).register("safety", model, "candidate");
    }

    private void givenUp(String reason) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, "Hi", "No.", "Yes.");
        jdbc.sql("insert into unscorable values (?, ?, ?)")
                .params(turn.a(), model, reason)
                .update();
    }

    @Test
    void howManySamplesAndOneReasonInALine() {
        givenUp("It takes\n4,096 tokens" + ", and so on".repeat(50));
        givenUp("It takes\n4,096 tokens" + ", and so on".repeat(50));
        givenUp("An answer is empty.");

        assertThat(page())
                .bodyText()
                .contains("to 3 samples; one reason: It takes 4,096 tokens, and so on")
                .doesNotContain(", and so on".repeat(20));
        var body = assertThat(api()).bodyJson();
        body.extractingPath("unscorable.samples").isEqualTo(3);
        body.extractingPath("unscorable.reason")
                .asString()
                .startsWith("It takes 4,096 tokens, and so on")
                .hasSize(200);
    }

    @Test
    void nothingWhereItTakesAll() {
        assertThat(page()).bodyText().doesNotContain("Gives no score");
        assertThat(api()).bodyJson().extractingPath("unscorable").isNull();
    }

    private MvcTestResult page() {
        return mvc.get()
                .uri("/reward-models/" + model)
                .with(SignIn.as(cast.olive()))
                .exchange();
    }

    private MvcTestResult api() {
        return mvc.get()
                .uri("/api/reward-models/" + model)
                .header("Authorization", "Bearer " + cast.token(cast.olive()))
                .exchange();
    }
}
