package dev.paddock.web.bestofk;

import static dev.paddock.web.Api.body;
import static dev.paddock.web.Api.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Nothing generates in tests of the web: what came out of a run is planted. */
@WebTest
class BestOfKPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BeanFactory beans;

    Api api;
    Cast cast;
    Caller lead;
    String token;
    String campaign;

    @BeforeEach
    void open() {
        api = new Api(mvc);
        cast = new Cast(beans);
        lead = cast.stranger(Role.LEAD);
        token = cast.token(lead);
        campaign = body(api.send(
                        HttpMethod.POST,
                        "/api/campaigns",
                        "{\"name\":\"Best " + UUID.randomUUID() + "\",\"track\":\"helpfulness\",\"guideline\":\"g\"}",
                        token))
                .path("id")
                .asString();
        api.send(
                HttpMethod.POST,
                "/api/campaigns/" + campaign + "/prompts",
                "[{\"text\":\"A <b>bold</b> one.\"},{\"text\":\"Another.\"}]",
                token);
    }

    @AfterEach
    void noneWaits() {
        jdbc.sql("update best_of_k_run set state = 'cancelled' where state in ('waiting', 'running')")
                .update();
    }

    private String start(String more) {
        var asked = "{\"campaign\":\"" + campaign + "\",\"variant\":\"starter-warm\",\"k\":2,\"temperatures\":[1.2,0.8]"
                + more + "}";
        var answer = api.send(HttpMethod.POST, "/api/best-of-k", asked, token);
        assertThat(answer).as(text(answer)).hasStatus(201);
        return body(answer).path("id").asString();
    }

    private MvcTestResult page(String path) {
        return mvc.get().uri(path).with(SignIn.as(lead)).exchange();
    }

    /** Of the first prompt two samples at 0.8, of which the second is the better one, and two at 1.2. */
    private String done() {
        var run = start(",\"seed\":9");
        var planted = new PlantedRun(jdbc, run);
        planted.sample(0, 0, 0.8, 0.3, 2);
        planted.sample(1, 0, 0.8, 0.6, 1);
        planted.sample(2, 0, 1.2, 0.9, 1);
        planted.sample(3, 0, 1.2, 0.1, 2);
        planted.done("""
                [{"temperature":0.8,"points":[
                   {"n":1,"prompts":1,"maximum":{"mean":0.45,"error":null},"median":{"mean":0.45,"error":null},"gain":{"mean":0,"error":null}},
                   {"n":2,"prompts":1,"maximum":{"mean":0.6,"error":0.02},"median":{"mean":0.45,"error":null},"gain":{"mean":0.15,"error":null}}]},
                 {"temperature":1.2,"points":[
                   {"n":1,"prompts":1,"maximum":{"mean":0.9,"error":null},"median":{"mean":0.9,"error":null},"gain":{"mean":0,"error":null}}]}]
                """);
        return run;
    }

    @Test
    void showsWhatCameOut() {
        var run = done();

        var shown = page("/best-of-k/" + run + "?temperature=0.8");

        assertThat(shown)
                .hasStatusOk()
                .bodyText()
                .contains("seed 9", "Scores by helpfulness-9", "0.600 ± 0.020", "top=3")
                .contains("For the best of 2 no temperature is clearly ahead, over 1 prompt.")
                .contains("dashes--0", "best of 2</text>", "dashes--1", "any one</text>")
                .contains(
                        "A &lt;b&gt;bold&lt;/b&gt; one.", "Answer &lt;i&gt;1&lt;/i&gt;", "Answer &lt;i&gt;2&lt;/i&gt;")
                .doesNotContain("Answer &lt;i&gt;0&lt;/i&gt;");
        assertThat(page("/best-of-k/" + run)).bodyText().contains("at temperature 1.2");
        assertThat(page("/best-of-k")).hasStatusOk().bodyText().contains("/best-of-k/" + run, "starter-warm");
    }

    @Test
    void theApiTellsTheSame() {
        var run = "/api/best-of-k/" + done();

        var curves = body(api.get(run + "/curves", token));
        assertThat(curves.at("/curves/0/points/1/maximum/mean").asDouble()).isEqualTo(0.6);
        assertThat(curves.at("/sweep/1/best").isNull()).isTrue();
        assertThat(curves.at("/sweep/1/prompts").asInt()).isEqualTo(1);
        assertThat(curves.at("/sweep/1/maxima/0/behind/mean").asDouble()).isCloseTo(0.3, within(1e-12));
        var samples = body(api.get(run + "/samples?top=1&size=1", token));
        assertThat(String.join(" ", samples.at("/rows/0").propertyNames()))
                .isEqualTo(
                        "id prompt temperature finished reason text helpfulness helpfulnessBy safety safetyBy reward rank provenance outcome");
        assertThat(samples.at("/rows/0/text").asString()).isEqualTo("Answer <i>1</i>");
        assertThat(samples.at("/rows/0/provenance/seed").asInt()).isEqualTo(7);
        var next = body(api.get(
                run + "/samples?top=1&size=1&cursor=" + samples.path("next").asString(), token));
        assertThat(next.at("/rows/0/text").asString()).isEqualTo("Answer <i>2</i>");
        assertThat(next.path("next").isNull()).isTrue();
        var lines = api.get(run + "/best-samples?format=prompt-completion", token);
        assertThat(lines).hasStatusOk().hasHeader("Paddock-Rows", "1").hasHeader("Content-Type", "application/jsonl");
        assertThat(text(lines))
                .startsWith("{\"prompt\":[{\"role\":\"user\"")
                .contains("Answer <i>2</i>")
                .endsWith("}\n");
        assertThat(api.get(run + "/best-samples?format=xml", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"format\"");
        assertThat(api.get(run + "/best-samples?top=0", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"top\"");
    }

    @Test
    void showsHowFarItIsAndIsCancelled() {
        var run = start("");

        assertThat(page("/best-of-k/" + run)).hasStatusOk().bodyText().contains("Waiting for its turn");
        assertThat(api.get("/api/best-of-k/" + run + "/curves", token)).hasStatus(409);
        var cancelled =
                mvc.delete().uri("/best-of-k/" + run).with(SignIn.as(lead)).exchange();
        assertThat(cancelled).hasStatus3xxRedirection();
        assertThat(page("/best-of-k/" + run)).bodyText().contains("It was cancelled");
        assertThat(mvc.get()
                        .uri("/best-of-k/" + run)
                        .header("HX-Request", "true")
                        .with(SignIn.as(lead)))
                .hasHeader("HX-Refresh", "true");
    }

    @Test
    void startsFromTheFormAndSaysBesideTheFieldWhatDoesNotGo() {
        assertThat(page("/best-of-k/new")).hasStatusOk().bodyText().contains("starter-warm", "0.8, 1.0, 1.2");

        var wrong = form("3", "0.8; warm");
        assertThat(wrong).hasStatus(422).bodyText().contains("This must be numbers, as 0.8, 1.0, 1.2.", "0.8; warm");
        assertThat(form("101", "1")).hasStatus(422).bodyText().contains("This must be 1 to 100 samples per prompt.");
        assertThat(form("2", "0.8 1,1.2")).hasStatus3xxRedirection();
        assertThat(body(api.get("/api/best-of-k", token))
                        .at("/rows/0/temperatures")
                        .toString())
                .isEqualTo("[0.8,1.0,1.2]");
    }

    private MvcTestResult form(String k, String temperatures) {
        return mvc.post()
                .uri("/best-of-k")
                .with(SignIn.as(lead))
                .param("campaign", campaign)
                .param("variant", "starter-warm")
                .param("k", k)
                .param("temperatures", temperatures)
                .param("rankedBy", "combined")
                .exchange();
    }

    @Test
    void namesTheFieldThatDoesNotGo() {
        assertThat(api.send(HttpMethod.POST, "/api/best-of-k", "{}", token))
                .hasStatus(422)
                .bodyText()
                .contains("\"campaign\"");
        assertThat(api.send(
                        HttpMethod.POST,
                        "/api/best-of-k",
                        "{\"campaign\":\"" + campaign + "\",\"variant\":\"nobody\",\"k\":1,\"temperatures\":[null]}",
                        token))
                .hasStatus(422)
                .bodyText()
                .contains("\"temperatures\"");
        assertThat(api.send(
                        HttpMethod.POST,
                        "/api/best-of-k",
                        "{\"campaign\":\"" + campaign + "\",\"variant\":\"nobody\",\"k\":1,\"temperatures\":[1]}",
                        token))
                .hasStatus(422)
                .bodyText()
                .contains("\"field\":\"variant\"");
    }

    @Test
    void emptyStatesSayWhy() {
        var stranger = cast.stranger(Role.LEAD);
        assertThat(mvc.get().uri("/best-of-k").with(SignIn.as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("No run yet");
        assertThat(mvc.get().uri("/best-of-k/new").with(SignIn.as(stranger)))
                .hasStatusOk()
                .bodyText()
                .contains("You lead no campaign");
    }
}
