package dev.paddock.web.reward;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Cast;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One model for safety serves, and another one stands beside it; Olive looks at them. */
@WebTest
abstract class TwoModelsWorld {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String serves = "serves-" + UUID.randomUUID();
    final String other = "other-" + UUID.randomUUID();
    private final String state;
    Cast cast;
    Harvest harvest;

    /** @param state of the other one */
    TwoModelsWorld(String state) {
        this.state = state;
    }

    @BeforeEach
    void twoModels() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "safety");
        var models = new BareModels(jdbc);
        models.serve("safety", serves);
        models.register("safety", other, state);
    }

    /** @param otherGap by how much the other one likes the first answer better */
    Harvest.Turn scored(String question, double otherGap, double servesGap) {
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "No.", "Yes.");
        harvest.score(turn.a(), other, "safety", otherGap);
        harvest.score(turn.b(), other, "safety", 0);
        harvest.score(turn.a(), serves, "safety", servesGap);
        harvest.score(turn.b(), serves, "safety", 0);
        return turn;
    }

    MvcTestResult page(String model) {
        return mvc.get()
                .uri("/reward-models/" + model)
                .with(SignIn.as(cast.olive()))
                .exchange();
    }

    /** @param path below the models' */
    MvcTestResult api(String path) {
        return new Api(mvc).get("/api/reward-models/" + path, cast.token(cast.olive()));
    }
}
