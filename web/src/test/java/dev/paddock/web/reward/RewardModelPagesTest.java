package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class RewardModelPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    Cast cast;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        new BareModels(jdbc).serve("safety", model);
    }

    @Test
    void showsTheModelsAndWhyOneDoesNotServe() {
        assertThat(page("/reward-models")).hasStatusOk().bodyText().contains(model, "switched off here");
        assertThat(page("/reward-models/" + model)).hasStatusOk().bodyText().contains("Agreement with people", "cafe");
    }

    @Test
    void theApiTellsTheSame() {
        assertThat(api("/api/reward-models", cast.token(cast.olive())))
                .hasStatusOk()
                .bodyText()
                .contains(model, "switched off here");
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
        var token = cast.token(cast.ada());
        assertThat(api("/api/reward-models", token)).hasStatus(404);
        assertThat(api("/api/reward-models/" + model + "/report", token)).hasStatus(404);
        assertThat(mvc.get().uri("/reward-models").with(SignIn.as(cast.ada()))).hasStatus(404);
    }

    private MvcTestResult scores(String body) {
        return mvc.post()
                .uri("/api/scores")
                .header("Authorization", "Bearer " + cast.token(cast.olive()))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(SignIn.as(cast.olive())).exchange();
    }

    private MvcTestResult api(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }
}
