package dev.paddock.web.bestofk;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Ten prompts at three temperatures, three samples each, of which the warmer one lost some and the warmest nearly all. */
@WebTest
class SweepPagesTest {

    private static final String PROMPTS = "[" + String.join(",", Collections.nCopies(10, "{\"text\":\"%s\"}")) + "]";

    /** As if each temperature had been asked alone, of whichever prompts have three samples: the warmer one by its single prompt. */
    private static final String CURVES = """
            [{"temperature":0.8,"points":[
               {"n":3,"prompts":10,"maximum":{"mean":0.6,"error":0.01},"median":{"mean":0.5,"error":0.01},"gain":{"mean":0.1,"error":0}}]},
             {"temperature":1.4,"points":[
               {"n":3,"prompts":1,"maximum":{"mean":0.7,"error":null},"median":{"mean":0.7,"error":null},"gain":{"mean":0,"error":null}}]},
             {"temperature":2.0,"points":[]}]
            """;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    Caller lead;
    Api api;
    String token;
    String run;

    @BeforeEach
    void plant() {
        api = new Api(mvc);
        var cast = new Cast(beans);
        lead = cast.stranger(Role.LEAD);
        token = cast.token(lead);
        var campaign = made(
                "/api/campaigns",
                "{\"name\":\"Sweep " + UUID.randomUUID() + "\",\"track\":\"helpfulness\",\"guideline\":\"g\"}");
        var texts = Collections.nCopies(10, "").stream()
                .map(_ -> UUID.randomUUID().toString())
                .toArray();
        api.send(HttpMethod.POST, "/api/campaigns/" + campaign + "/prompts", PROMPTS.formatted(texts), token);
        run = made(
                "/api/best-of-k",
                "{\"campaign\":\"" + campaign
                        + "\",\"variant\":\"starter-warm\",\"k\":3,\"temperatures\":[0.8,1.4,2.0]}");
        var planted = new PlantedRun(jdbc, run);
        for (var prompt = 0; prompt < 10; prompt++) {
            for (var nth = 0; nth < 3; nth++) {
                planted.sample(9 * prompt + nth, prompt, 0.8, (prompt == 0 ? 0.7 : 0.55) + 0.002 * prompt, nth + 1);
                if (prompt == 0 || nth < 2) {
                    planted.sample(9 * prompt + 3 + nth, prompt, 1.4, prompt == 0 ? 0.7 : 0.4, nth + 1);
                }
            }
        }
        for (var prompt = 0; prompt < 6; prompt++) {
            planted.sample(9 * prompt + 6, prompt, 2.0, 0.9, 1);
        }
        planted.done(CURVES);
    }

    private String made(String path, String body) {
        return body(api.send(HttpMethod.POST, path, body, token)).path("id").asString();
    }

    @Test
    void onePromptThatKeptItsSamplesDoesNotWinForItsTemperature() {
        var sweep = body(api.get("/api/best-of-k/" + run + "/curves", token)).path("sweep");

        var last = sweep.get(sweep.size() - 1);
        assertThat(last.path("best").asDouble()).isEqualTo(0.8);
        assertThat(last.path("n").asInt()).isEqualTo(2);
        assertThat(last.path("prompts").asInt()).isEqualTo(10);
        assertThat(last.at("/maxima/0/behind").isNull()).isTrue();
        assertThat(last.at("/maxima/1/behind/mean").asDouble()).isCloseTo(0.144, within(1e-12));
    }

    @Test
    void thePageSaysWhichTemperatureIsLeftOut() {
        assertThat(mvc.get().uri("/best-of-k/" + run).with(SignIn.as(lead)))
                .hasStatusOk()
                .bodyText()
                .contains("Left out, as too few samples there have a reward: 2.0.");
    }

    @Test
    void thePageSaysWhereTooFewPromptsAreLeftForACurve() {
        var few = "Too few: fewer than half of the prompts with any reward have one at this temperature.";
        assertThat(mvc.get().uri("/best-of-k/" + run + "?temperature=2.0").with(SignIn.as(lead)))
                .hasStatusOk()
                .bodyText()
                .contains("at temperature 2.0", few)
                .doesNotContain("aria-label=\"The best of N\"");
        assertThat(mvc.get().uri("/best-of-k/" + run).with(SignIn.as(lead)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain(few)
                .contains("aria-label=\"The best of N\"");
    }

    @Test
    void thePageSaysOverHowManyPromptsAndByHowMuchItLeads() {
        assertThat(mvc.get().uri("/best-of-k/" + run).with(SignIn.as(lead)))
                .hasStatusOk()
                .bodyText()
                .contains("For the best of 2 the best temperature is 0.8, over 10 prompts.", "at temperature 0.8")
                .contains("0.144 ± 0.016 behind", ">clearly ahead<");
    }
}
