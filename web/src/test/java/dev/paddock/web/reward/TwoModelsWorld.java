package dev.paddock.web.reward;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** One model for safety serves, and another one stands beside it; Olive looks at them. */
abstract class TwoModelsWorld extends OneModelWorld {

    final String serves = "serves-" + UUID.randomUUID();
    final String other = model;
    Harvest harvest;

    /** @param state of the other one */
    TwoModelsWorld(String state) {
        super("safety", state, BROUGHT);
    }

    @BeforeEach
    void twoModels() {
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).serve("safety", serves);
    }

    /** @param otherGap by how much the other one likes the first answer better */
    Harvest.Turn scored(String question, double otherGap, double servesGap) {
        var turn = scored(harvest, question, otherGap);
        score(harvest, turn, serves, servesGap);
        return turn;
    }

    MvcTestResult page(String model) {
        return page("/" + model, cast.olive());
    }

    /** @param path below the models' */
    MvcTestResult api(String path) {
        return api("/" + path, cast.olive());
    }
}
