package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

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
class JudgedByTest {

    private static final String REPORT = """
            {"ownPairs": 90, "seedPairs": 0, "penalty": 1, "heldOut": %1$d, "heldOutPairs": %1$d, "leftOut": 0, "byDegree": [], "curve": [],
             "figures": {"accuracy": 66, "interval": {"low": 50, "high": 80}, "serving": 50, "lengthOnly": 55, "lead": 16,
                         "leadInterval": {"low": -3, "high": 35}}}
            """;
    private static final String BY_TRAINING = "A promotion goes by the figures of its training.";
    private static final String TOO_LITTLE = "Fewer than 100 held-out comparisons say too little";

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
        jdbc.sql("update reward_model set state = 'retired' where kind = 'safety' and state = 'serving'")
                .update();
        jdbc.sql("insert into reward_model values (?, 'safety', 'serving', 'nowhere', 'cafe', now())")
                .param(serves)
                .update();
        jdbc.sql("insert into reward_model values (?, 'safety', 'candidate', 'nowhere', 'beef', now())")
                .param(model)
                .update();
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
        jdbc.sql("""
                        insert into training_run (id, kind, campaigns, last, margin, state, model, against, report, created_at)
                        values (?, 'safety', '{}', 7, 'small', 'done', ?, ?, ?::jsonb, now())
                        """).params(id, model, serves, REPORT.formatted(heldOut)).update();
    }

    @AfterEach
    void remove() {
        jdbc.sql("delete from training_run where id = ?").param(id).update();
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

        page().contains(BY_TRAINING).doesNotContain(TOO_LITTLE, "a promotion that goes by them asks for a reason");
    }

    @Test
    void itsTrainingWhichSaysTooLittle() {
        trained(99);

        page().contains(BY_TRAINING, TOO_LITTLE)
                .doesNotContain("Fewer than 100 of them", "a promotion that goes by them asks for a reason");
    }

    @Test
    void itsScoresWhereItWasNotTrainedHere() {
        page().contains("Fewer than 100 of them").doesNotContain(BY_TRAINING, TOO_LITTLE);
    }
}
