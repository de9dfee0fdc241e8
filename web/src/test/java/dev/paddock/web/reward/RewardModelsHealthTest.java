package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.reward.FakeModels;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

/** The health endpoint tells those who run Paddock what it runs on, and all others whether it runs. */
@WebTest
class RewardModelsHealthTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    Cast cast;

    @BeforeEach
    void people() {
        cast = new Cast(context);
    }

    private JsonNode health(Caller caller) {
        return Api.body(
                mvc.get().uri("/actuator/health").with(SignIn.as(caller)).exchange());
    }

    private static String safety(JsonNode health) {
        return health.path("components")
                .path("rewardModels")
                .path("details")
                .path("safety")
                .asString("");
    }

    @Test
    void theOwnerAndLeadsReadWhichModelServesAndOnWhatOrWhyNoneDoes() {
        FakeModels.in(context).whileFakeServes(ModelKind.SAFETY, () -> {
            assertThat(safety(health(cast.olive()))).isEqualTo("fake on cpu");
            assertThat(safety(health(cast.grace()))).isEqualTo("fake on cpu");
        });
        assertThat(safety(health(cast.olive()))).startsWith("unavailable: ");
    }

    @Test
    void allOthersReadOnlyWhetherItRuns() {
        var toNobody = Api.body(mvc.get().uri("/actuator/health").exchange()).propertyNames();
        assertThat(toNobody).contains("status").doesNotContain("components");
        assertThat(health(cast.ada()).propertyNames()).doesNotContain("components");
        assertThat(health(cast.rita()).propertyNames()).doesNotContain("components");
    }
}
