package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

class RewardModelPagesTest extends OneModelWorld {

    RewardModelPagesTest() {
        super("safety", "serving", BROUGHT);
    }

    @Test
    void showsTheModelsAndWhyOneDoesNotServe() {
        assertThat(page("", cast.olive())).hasStatusOk().bodyText().contains(model, "switched off here");
        assertThat(page("/" + model, cast.olive())).hasStatusOk().bodyText().contains("Agreement with people", "cafe");
    }

    @Test
    void theApiTellsTheSame() {
        assertThat(api("", cast.olive())).hasStatusOk().bodyText().contains(model, "switched off here");
    }

    @Test
    void aConversationThatCannotBeScoredIsNamedByItsIndex() {
        var body = "{\"kind\":\"safety\",\"conversations\":[{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}]}";

        assertThat(scores(body))
                .hasStatus4xxClientError()
                .bodyText()
                .contains("conversations[0].messages", "must end with the assistant");
    }

    @Test
    void saysWhyNothingIsScored() {
        var body = "{\"kind\":\"safety\",\"conversations\":[{\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"},"
                + "{\"role\":\"assistant\",\"content\":\"Hello.\"}]}]}";

        assertThat(scores(body)).hasStatus(503).bodyText().contains("switched off here");
    }

    @Test
    void annotatorsFindNothingHere() {
        assertThat(api("", cast.ada())).hasStatus(404);
        assertThat(api("/" + model + "/report", cast.ada())).hasStatus(404);
        assertThat(page("", cast.ada())).hasStatus(404);
    }

    private MvcTestResult scores(String body) {
        return api.send(HttpMethod.POST, "/api/scores", body, cast.token(cast.olive()));
    }
}
