package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whoever looks at a model learns what it gives no score. */
class UnscorableTest extends OneModelWorld {

    Harvest harvest;

    UnscorableTest() {
        super("safety", "candidate", BROUGHT);
    }

    @BeforeEach
    void harvest() {
        harvest = new Harvest(jdbc, "safety");
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
        return page("/" + model, cast.olive());
    }

    private MvcTestResult api() {
        return api("/" + model, cast.olive());
    }
}
