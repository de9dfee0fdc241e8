package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** How a shadow differs from the model that serves is told by the API as on its page. */
class ShadowDisagreementTest extends TwoModelsWorld {

    ShadowDisagreementTest() {
        super("shadow");
    }

    private void scored(double shadowGap, double servesGap) {
        scored("May I?", shadowGap, servesGap);
    }

    private MvcTestResult disagreement(String model) {
        return api(model + "/disagreement");
    }

    @Test
    void theApiTellsHowOftenTheyDisagree() {
        scored(1, 2);
        scored(2, 4);
        scored(-1, 1);
        scored(3, 6);

        var body = assertThat(disagreement(other)).hasStatusOk().bodyJson();
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

        assertThat(disagreement(other))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("correlation")
                .isNull();
        assertThat(page(other))
                .hasStatusOk()
                .bodyText()
                .contains("Of 1 pair that both have scored", "is not known")
                .doesNotContain("NaN");
    }

    @Test
    void thereIsNoneOfTheOneThatServesOrWithoutAPairInCommon() {
        assertThat(disagreement(serves)).hasStatus(404).bodyText().contains("disagreement");
        assertThat(disagreement(other)).hasStatus(404).bodyText().contains("disagreement");
    }
}
