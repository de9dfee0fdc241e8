package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.reward.FakeModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A reward tells of both its scores what a score by itself tells. */
@WebTest
class RewardsTest {

    private static final String BODY = """
            {"conversations": [{"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Hello."}]}]}""";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    private void rewarded() {
        var cast = new Cast(context);
        var answer = new Api(mvc).send(HttpMethod.POST, "/api/rewards", BODY, cast.token(cast.grace()));
        var body = assertThat(answer).hasStatusOk().bodyJson();
        for (var kind : ModelKind.values()) {
            body.extractingPath(kind.label() + ".model").isEqualTo("fake");
            body.extractingPath(kind.label() + ".provider").isEqualTo("cpu");
            body.extractingPath(kind.label() + ".precision").isEqualTo("fp32");
            body.extractingPath(kind.label() + ".remembered").isEqualTo(0);
            body.extractingPath(kind.label() + ".microsWaiting").isEqualTo(2);
            body.extractingPath(kind.label() + ".microsTokenising").isEqualTo(3);
            body.extractingPath(kind.label() + ".microsInference").isEqualTo(4);
        }
        body.extractingPath("rewards[0].helpfulness").isEqualTo(6.0);
        body.extractingPath("rewards[0].safety").isEqualTo(6.0);
    }

    @Test
    void itNamesModelProviderPrecisionAndTimeOfBothKinds() {
        var bench = FakeModels.in(context);
        bench.whileFakeServes(ModelKind.SAFETY, () -> bench.whileFakeServes(ModelKind.HELPFULNESS, this::rewarded));
    }
}
