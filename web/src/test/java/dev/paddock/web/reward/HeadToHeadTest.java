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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a promotion goes by is seen before it. */
@WebTest
class HeadToHeadTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String serves = "serves-" + UUID.randomUUID();
    final String candidate = "candidate-" + UUID.randomUUID();
    Cast cast;
    Harvest harvest;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        harvest = new Harvest(jdbc, "safety");
        new BareModels(jdbc).serve("safety", serves);
        new BareModels(jdbc).register("safety", candidate, "candidate");
    }

    private void compared(int count, int candidateRight) {
        var questions = IntStream.iterate(0, i -> i + 1)
                .mapToObj(i -> "question number " + i)
                .filter(HoldOut::contains)
                .limit(count)
                .toList();
        for (var i = 0; i < count; i++) {
            var turn = harvest.turn(harvest.conversation(null, "", null), 1, questions.get(i), "No.", "Yes.");
            harvest.score(turn.a(), candidate, "safety", i < candidateRight ? 1 : -1);
            harvest.score(turn.b(), candidate, "safety", 0);
            harvest.score(turn.a(), serves, "safety", 1);
            harvest.score(turn.b(), serves, "safety", 0);
            harvest.said(turn).chose(turn.a()).saved();
        }
    }

    @Test
    void thePageShowsHowTheTwoDoOnTheSameComparisons() {
        compared(4, 3);

        assertThat(page(candidate))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "On 4 held-out comparisons of 4 conversations it is right in 75.0 %, the model that serves in 100.0 %: 25.0 points less",
                        "95 % interval of the difference", "Fewer than 100 conversations say too little");
        assertThat(page(serves)).hasStatusOk().bodyText().doesNotContain("held-out comparisons of", "it is right in");
    }

    @Test
    void theApiGivesTheFigures() {
        compared(4, 3);

        var body = assertThat(api(candidate + "/head-to-head")).hasStatusOk().bodyJson();
        body.extractingPath("serving").isEqualTo(serves);
        body.extractingPath("comparisons").isEqualTo(4);
        body.extractingPath("conversations").isEqualTo(4);
        body.extractingPath("accuracy").isEqualTo(75.0);
        body.extractingPath("servingAccuracy").isEqualTo(100.0);
        body.extractingPath("lead").isEqualTo(-25.0);
        body.extractingPath("low").isEqualTo(-75.0);
        body.extractingPath("high").isEqualTo(0.0);
        assertThat(api(serves + "/head-to-head")).hasStatus(404);
    }

    @Test
    void whoAsksForItsStateAloneWaitsForNoFigures() {
        compared(4, 3);

        assertThat(api(candidate))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("state", state -> assertThat(state).isEqualTo("candidate"))
                .doesNotHavePath("headToHead");
    }

    private MvcTestResult page(String model) {
        return mvc.get()
                .uri("/reward-models/" + model)
                .with(SignIn.as(cast.olive()))
                .exchange();
    }

    private MvcTestResult api(String model) {
        return mvc.get()
                .uri("/api/reward-models/" + model)
                .header("Authorization", "Bearer " + cast.token(cast.olive()))
                .exchange();
    }
}
