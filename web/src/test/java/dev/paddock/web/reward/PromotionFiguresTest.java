package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Cast;
import dev.paddock.rewardmodel.training.HoldOut;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A model that was trained here has two sets of figures; its page says by which it is promoted, and whether they are enough. */
@WebTest
class PromotionFiguresTest {

    private static final String REPORT = """
            {"ownPairs": 90, "seedPairs": 0, "penalty": 1, "heldOut": %1$d, "heldOutConversations": %1$d, "leftOut": 0, "byDegree": [], "curve": [],
             "figures": {"accuracy": 66, "interval": {"low": 50, "high": 80}, "serving": 50, "lengthOnly": 55, "lead": 16,
                         "leadInterval": {"low": -3, "high": 35}}}
            """;
    private static final String REASON = "A promotion asks for a reason.";

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    final UUID id = UUID.randomUUID();
    final String serves = "serves-" + UUID.randomUUID();
    final String model = "trained-" + UUID.randomUUID();

    @BeforeEach
    void bothHaveScoredOne() {
        new BareModels(jdbc).serve("safety", serves);
        new BareModels(jdbc).register("safety", model, "candidate");
        var harvest = new Harvest(jdbc, "safety");
        var question = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "question number " + i)
                .filter(HoldOut::contains)
                .findFirst()
                .orElseThrow();
        var turn = harvest.turn(harvest.conversation(null, "", null), 1, question, "No.", "Yes.");
        for (var by : new String[] {model, serves}) {
            harvest.score(turn.a(), by, "safety", 1);
            harvest.score(turn.b(), by, "safety", 0);
        }
        harvest.said(turn).chose(turn.a()).saved();
    }

    private void trained(int heldOut) {
        trained(heldOut, serves);
    }

    private void trained(int heldOut, String against) {
        jdbc.sql("""
                        insert into training (id, kind, campaigns, last, margin, state, model, against, report, created_at)
                        values (?, 'safety', '{}', 7, 'small', 'done', ?, ?, ?::jsonb, now())
                        """).params(id, model, against, REPORT.formatted(heldOut)).update();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from training where id = ?").param(id).update();
    }

    private AbstractStringAssert<?> page() {
        return assertThat(browser.get().uri("/reward-models/" + model).with(SignIn.as(new Cast(beans).olive())))
                .hasStatusOk()
                .bodyText()
                .contains("On 1 held-out comparisons");
    }

    @Test
    void itsTrainingWhichSaysEnough() {
        trained(100);

        page().contains("A promotion goes by this: beside " + serves
                        + ": On 100 held-out comparisons of 100 conversations it is right in 66.0 %")
                .doesNotContain(REASON);
    }

    @Test
    void itsTrainingWhichSaysTooLittle() {
        trained(99);

        page().contains(
                        REASON + " On 99 held-out comparisons of 99 conversations it is right in 66.0 %",
                        "Fewer than 100 conversations say too little")
                .doesNotContain("A promotion goes by this");
    }

    @Test
    void itsTrainingWhichWasBesideOneThatServesNoLonger() {
        trained(150, "former");

        page().contains(REASON + " It was measured against former, which serves no longer.")
                .doesNotContain("A promotion goes by this");
    }

    @Test
    void itsScoresWhereItWasNotTrainedHere() {
        page().contains(REASON + " On 1 held-out comparisons of 1 conversations it is right in 100.0 %");
    }

    @Test
    void ofTheOneThatServesNoneAreAskedFor() {
        jdbc.sql("update reward_model set state = 'retired' where name = ?")
                .param(serves)
                .update();
        jdbc.sql("update reward_model set state = 'serving' where name = ?")
                .param(model)
                .update();
        trained(40);

        assertThat(browser.get().uri("/reward-models/" + model).with(SignIn.as(new Cast(beans).olive())))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(REASON, "A promotion goes by this");
    }
}
