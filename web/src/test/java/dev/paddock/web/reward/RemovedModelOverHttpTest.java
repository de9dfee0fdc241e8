package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.security.Browser;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

/** A bundle that nobody needs can go; what it scored keeps its name. */
class RemovedModelOverHttpTest extends OneModelWorld {

    RemovedModelOverHttpTest() {
        super("safety", "candidate", OWN);
    }

    @Test
    void theApiRemovesItAndStillTellsWhatItWas() {
        var token = cast.token(cast.grace());

        assertThat(api.send(HttpMethod.DELETE, "/api/reward-models/" + model + "/bundle", "", token))
                .hasStatusOk()
                .bodyJson()
                .hasPathSatisfying("state", state -> assertThat(state).isEqualTo("removed"))
                .hasPathSatisfying("sha256", id -> assertThat(id).isEqualTo("cafe"));
        assertThat(api("/" + model, cast.grace())).hasStatusOk();
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

        assertThat(page("/" + model, cast.grace()))
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
        assertThat(page("/" + model, cast.rita())).bodyText().doesNotContain("Remove its bundle");
        assertThat(browser.post(page + "/bundle", "_method", "delete")).hasStatus3xxRedirection();
        assertThat(browser.get(page))
                .bodyText()
                .contains("removed")
                .doesNotContain("Remove its bundle", "Promote", "Retire");
    }
}
