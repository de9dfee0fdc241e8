package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Cast;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A bundle that nobody needs can go; what it scored keeps its name. */
@WebTest
class RemovedModelOverHttpTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    final String model = "model-" + UUID.randomUUID();
    Cast cast;
    Api api;

    @BeforeEach
    void plant() {
        cast = new Cast(beans);
        api = new Api(mvc);
        new BareModels(jdbc).register("safety", model, "candidate", "own-" + model, Harvest.SHOWN);
    }

    @Test
    void theApiRemovesItAndStillTellsWhatItWas() {
        var token = cast.token(cast.grace());

        assertThat(api.send(HttpMethod.DELETE, "/api/reward-models/" + model + "/bundle", "", token))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("state", state -> assertThat(state).isEqualTo("removed"))
                .hasPathSatisfying("sha256", id -> assertThat(id).isEqualTo("cafe"));
        assertThat(api.get("/api/reward-models/" + model, token)).hasStatusOk();
        assertThat(api.send(HttpMethod.DELETE, "/api/reward-models/" + model + "/bundle", "", token))
                .hasStatus(409)
                .bodyText()
                .contains("removed already");
        assertThat(api.send(HttpMethod.POST, "/api/reward-models/" + model + "/promotion", "{}", token))
                .hasStatus(409)
                .bodyText()
                .contains("Its bundle was removed");
    }

    @Test
    void thePageSaysWhyTheOneThatARollbackWouldReturnToStays() {
        jdbc.sql("update reward_model set state = 'retired' where name = ?")
                .param(model)
                .update();
        jdbc.sql("insert into reward_model_succession (kind, model, at) values ('safety', ?, now())")
                .param(model)
                .update();

        assertThat(mvc.get().uri("/reward-models/" + model).with(SignIn.as(cast.grace())))
                .bodyText()
                .contains("It stays: rolling back would return to it.")
                .doesNotContain("Remove its bundle");
    }

    @Test
    void thePageOffersItToLeadsAndThenNothingMore() {
        var browser = new Browser(mvc);
        browser.signIn(cast.email(cast.grace()));
        var page = "/reward-models/" + model;

        assertThat(browser.get(page)).bodyText().contains("Remove its bundle");
        assertThat(mvc.get().uri(page).with(SignIn.as(cast.rita()))).bodyText().doesNotContain("Remove its bundle");
        assertThat(browser.post(page + "/bundle", "_method", "delete")).hasStatus3xxRedirection();
        assertThat(browser.get(page))
                .bodyText()
                .contains("removed")
                .doesNotContain("Remove its bundle", "Promote", "Retire");
    }
}
