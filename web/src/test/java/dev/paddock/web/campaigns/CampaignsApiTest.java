package dev.paddock.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class CampaignsApiTest {

    @Autowired
    MockMvcTester api;

    @Autowired
    BeanFactory beans;

    @Autowired
    JsonMapper json;

    Cast cast;
    String grace;
    String ada;

    @BeforeEach
    void tokens() {
        cast = new Cast(beans);
        grace = cast.token(cast.grace());
        ada = cast.token(cast.ada());
    }

    @Test
    void aProgramLeadsACampaignFromItsFirstDayToItsLast() {
        var made = api.post()
                .uri("/api/campaigns")
                .header("Authorization", "Bearer " + grace)
                .contentType("application/json")
                .content("""
                {"name":"%s","track":"safety","task":"comparison","guideline":"# Be *safe*","judgementsPerItem":3,"maxTurns":4,
                 "annotatorPrompts":true,"ratings":["helpfulness","safety"],"variants":["starter-warm","starter-cool"]}""".formatted(name()))
                .exchange();
        assertThat(made).hasStatus(201);
        var id = body(made).path("id").asString();
        assertThat(made).headers().hasValue("Location", "/api/campaigns/" + id);
        assertThat(body(made).path("variants").toString()).isEqualTo("[\"starter-cool\",\"starter-warm\"]");
        assertThat(body(made).path("state").asString()).isEqualTo("draft");

        var at = "/api/campaigns/" + id;
        assertThat(send(
                        HttpMethod.POST,
                        at + "/members",
                        "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}",
                        grace))
                .hasStatus(201);
        assertThat(send(HttpMethod.POST, at + "/activation", "", grace))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("active");
        assertThat(upload(at + "/prompts", "application/jsonl", "{\"text\":\"a\"}\n{\n{\"text\":\"A\"}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1,\"duplicates\":1,\"refused\":[{\"line\":2}],\"refusedInAll\":1}");
        assertThat(upload(at + "/prompts?column=goal", "text/csv; charset=utf-8", "goal,x\nfrom csv,1\n"))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1,\"ignoredColumns\":[\"x\"]}");
        assertThat(upload(
                        at + "/prompts",
                        "application/json",
                        "[{\"text\":\"from json\",\"riskCategory\":\"unqualified-advice\"}]"))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1}");
        assertThat(get(at + "/prompts?size=2", grace))
                .bodyJson()
                .extractingPath("rows")
                .asArray()
                .hasSize(2);
        assertThat(upload(at + "/pairs", "application/x-ndjson", """
                {"messages":[{"role":"user","content":"q"}],"responses":[{"text":"a","variant":"x"},{"text":"b","variant":"y"}]}"""))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1}");

        var version = body(get(at, grace)).path("version").asInt();
        assertThat(send(HttpMethod.PATCH, at, "{\"version\":" + version + ",\"guideline\":\"Better\"}", grace))
                .bodyJson()
                .extractingPath("guidelineVersion")
                .isEqualTo(2);
        assertThat(send(HttpMethod.PATCH, at, "{\"version\":" + version + ",\"maxTurns\":9}", grace))
                .hasStatus(409);
        assertThat(get(at + "/guidelines/1", ada))
                .bodyJson()
                .extractingPath("markdown")
                .isEqualTo("# Be *safe*");
        assertThat(get(at + "/guidelines", ada))
                .bodyJson()
                .extractingPath("rows[0].version")
                .isEqualTo(2);
        assertThat(get(at + "/rounds", grace))
                .bodyJson()
                .extractingPath("rows[0].number")
                .isEqualTo(1);
        assertThat(get(at + "/members", grace))
                .bodyJson()
                .extractingPath("rows")
                .asArray()
                .hasSize(2);

        assertThat(send(HttpMethod.DELETE, at + "/activation", "", grace))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("paused");
        assertThat(send(HttpMethod.DELETE, at + "/members/" + cast.ada().person(), "", grace))
                .hasStatus(204);
        assertThat(send(HttpMethod.POST, at + "/closure", "", grace))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("closed");
        assertThat(upload(at + "/prompts", "application/jsonl", "{\"text\":\"late\"}"))
                .hasStatus(409);
    }

    @Test
    void anAnnotatorNeverLearnsWhichModelsACampaignCompares() {
        var at = campaign();
        send(HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}", grace);

        assertThat(get(at, ada))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("variants")
                .doesNotContain("starter");
        assertThat(get("/api/campaigns?size=200", ada)).hasStatusOk().bodyText().doesNotContain("starter-");
        assertThat(get("/api/models/variants", ada)).hasStatus(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,",
        "PATCH,",
        "GET, /members",
        "POST, /members",
        "GET, /prompts",
        "POST, /prompts",
        "POST, /pairs",
        "POST, /activation",
        "DELETE, /activation",
        "POST, /closure",
        "GET, /guidelines",
        "GET, /guidelines/1",
        "GET, /rounds"
    })
    void aForeignCampaignLooksExactlyLikeOneThatDoesNotExist(String method, String path) {
        var stranger = cast.token(cast.stranger(Role.LEAD));
        var end = path == null ? "" : path;
        var body =
                method.equals("PATCH") ? "{\"version\":0}" : "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}";

        var foreign = send(HttpMethod.valueOf(method), campaign() + end, body, stranger);
        var missing = send(HttpMethod.valueOf(method), "/api/campaigns/" + UUID.randomUUID() + end, body, stranger);
        var nonsense = send(HttpMethod.valueOf(method), "/api/campaigns/7" + end, body, stranger);

        assertThat(foreign).hasStatus(404);
        assertThat(missing).hasStatus(404);
        assertThat(nonsense).hasStatus(404);
        assertThat(text(foreign)).isEqualTo(text(missing));
    }

    @ParameterizedTest
    @CsvSource({"POST, /activation", "DELETE, /activation", "POST, /closure", "GET, /members", "GET, /prompts", "PATCH,"
    })
    void whatTheLeadDoesAnAnnotatorMayNot(String method, String path) {
        var at = campaign();
        send(HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}", grace);

        assertThat(send(HttpMethod.valueOf(method), at + (path == null ? "" : path), "{\"version\":0}", ada))
                .hasStatus(403);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneIsMissing() {
        var narrow = cast.token(cast.grace(), Set.of(Scope.ANNOTATE));

        assertThat(send(HttpMethod.POST, campaign() + "/closure", "", narrow))
                .hasStatus(403)
                .bodyText()
                .contains("'lead'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"track\":\"safety\",\"guideline\":\"g\"}",
                "{\"name\":\"n\",\"track\":\"speed\",\"guideline\":\"g\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"judgementsPerItem\":0}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"judgementsPerItem\":\"many\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"maxTurns\":51}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"task\":\"rating\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"ratings\":[\"beauty\"]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"ratings\":[null]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"variants\":[\"nope\"]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"variants\":[null]}",
                "{\"name\":\"n\\u0000\",\"track\":\"safety\",\"guideline\":\"g\"}"
            })
    void refusesWhatIsNoCampaignAndNamesTheField(String body) {
        var answer = send(HttpMethod.POST, "/api/campaigns", body, grace);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer).path("errors").isEmpty()).isFalse();
    }

    @Test
    void refusesWhatIsNoChange() {
        var at = campaign();

        assertThat(send(HttpMethod.PATCH, at, "{\"maxTurns\":2}", grace))
                .hasStatus(422)
                .bodyText()
                .contains("version");
        assertThat(send(HttpMethod.PATCH, at, "{\"version\":0,\"judgementsPerItem\":9}", grace))
                .hasStatus(422);
        assertThat(send(HttpMethod.PATCH, at, "not json", grace)).hasStatus(400);
        assertThat(send(
                        HttpMethod.POST,
                        at + "/members",
                        "{\"person\":\"nobody@nowhere.test\",\"as\":\"lead\"}",
                        grace))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"lead\"}", grace))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, at + "/members", "{\"as\":\"king\"}", grace))
                .hasStatus(422);
        assertThat(get(at + "/prompts?cursor=nonsense", grace)).hasStatus(422);
        assertThat(get(at + "/guidelines/77", grace)).hasStatus(404);
    }

    @Test
    void refusesFilesThatAreNoneOfItsKindsOrNotInUtf8() {
        var at = campaign() + "/prompts";

        assertThat(upload(at, "application/xml", "<p/>")).hasStatus(415);
        assertThat(upload(at, "text/csv; charset=iso-8859-1", "text\na")).hasStatus(415);
        assertThat(upload(at, "text/csv", "")).hasStatus(422);
        assertThat(api.post()
                        .uri(at)
                        .header("Authorization", "Bearer " + grace)
                        .contentType("text/csv")
                        .content("text\na".getBytes(StandardCharsets.UTF_16))
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("UTF-8");
    }

    @Test
    void keysOfEndpointsGoInAndNeverComeOut() {
        var olive = cast.token(cast.olive());
        var made = send(
                HttpMethod.POST,
                "/api/models/endpoints",
                "{\"name\":\"%s\",\"baseUrl\":\"http://8.8.8.8/v1\",\"key\":\"sk-topsecret\",\"slots\":2}"
                        .formatted(name()),
                olive);
        assertThat(made).hasStatus(201).bodyText().doesNotContain("topsecret").contains("\"hasKey\":true");
        var at = "/api/models/endpoints/" + body(made).path("id").asString();

        assertThat(get("/api/models/endpoints", olive)).hasStatusOk().bodyText().doesNotContain("topsecret");
        assertThat(send(HttpMethod.PATCH, at, "{\"baseUrl\":\"http://8.8.4.4/v1\"}", olive))
                .hasStatus(422)
                .bodyText()
                .contains("\"key\"");
        assertThat(send(HttpMethod.PATCH, at, "{\"slots\":8}", olive))
                .bodyJson()
                .extractingPath("slots")
                .isEqualTo(8);
        assertThat(send(HttpMethod.PATCH, at, "{\"slots\":8}", grace)).hasStatus(403);
        assertThat(send(
                        HttpMethod.POST,
                        "/api/models/endpoints",
                        "{\"name\":\"x\",\"baseUrl\":\"http://10.0.0.7/\"}",
                        olive))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, "/api/models/endpoints", "{}", olive)).hasStatus(422);
        assertThat(get("/api/models/endpoints", ada)).hasStatus(403);
    }

    @Test
    void aVariantIsMadeChangedByRevisionAndSwitchedOff() {
        var endpoint = body(get("/api/models/endpoints", grace))
                .path("rows")
                .valueStream()
                .filter(row -> row.path("kind").asString().equals("embedded"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var made = send(
                HttpMethod.POST,
                "/api/models/variants",
                "{\"name\":\"v-%s\",\"endpoint\":\"%s\",\"model\":\"m\"}".formatted(UUID.randomUUID(), endpoint),
                grace);
        assertThat(made).hasStatus(201);
        var at = "/api/models/variants/" + body(made).path("id").asString();

        assertThat(send(HttpMethod.PATCH, at, "{\"topP\":0.5}", grace))
                .hasStatus(422)
                .bodyText()
                .contains("revision");
        assertThat(send(HttpMethod.PATCH, at, "{\"topP\":0.5,\"revision\":1}", grace))
                .bodyJson()
                .extractingPath("revision")
                .isEqualTo(2);
        assertThat(send(HttpMethod.PATCH, at, "{\"topP\":0.6,\"revision\":1}", grace))
                .hasStatus(409);
        assertThat(send(HttpMethod.PATCH, at, "{\"enabled\":false}", grace))
                .bodyJson()
                .extractingPath("enabled")
                .isEqualTo(false);
        assertThat(send(HttpMethod.POST, "/api/models/variants", "{\"endpoint\":\"" + endpoint + "\"}", grace))
                .hasStatus(422);
        assertThat(send(HttpMethod.POST, "/api/models/variants", "{\"name\":\"a\",\"model\":\"m\"}", grace))
                .hasStatus(422);
    }

    private String campaign() {
        var made = send(
                HttpMethod.POST,
                "/api/campaigns",
                "{\"name\":\"%s\",\"track\":\"helpfulness\",\"guideline\":\"g\",\"variants\":[\"starter-warm\"]}"
                        .formatted(name()),
                grace);
        return "/api/campaigns/" + body(made).path("id").asString();
    }

    private static String name() {
        return "C " + UUID.randomUUID();
    }

    private MvcTestResult get(String uri, String token) {
        return api.get().uri(uri).header("Authorization", "Bearer " + token).exchange();
    }

    private MvcTestResult send(HttpMethod method, String uri, String body, String token) {
        return api.method(method)
                .uri(uri)
                .header("Authorization", "Bearer " + token)
                .contentType("application/json")
                .content(body)
                .exchange();
    }

    private MvcTestResult upload(String uri, String type, String body) {
        return api.post()
                .uri(uri)
                .header("Authorization", "Bearer " + grace)
                .contentType(type)
                .content(body)
                .exchange();
    }

    private JsonNode body(MvcTestResult result) {
        return json.readTree(text(result));
    }

    private static String text(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
