package dev.paddock.web.campaigns;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.ApiTest;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class CampaignsApiTest extends ApiTest {

    @Test
    void aProgramLeadsACampaignFromItsFirstDayToItsLast() {
        var made = api.send(HttpMethod.POST, "/api/campaigns", """
                {"name":"%s","track":"safety","task":"comparison","guideline":"# Be *safe*","judgementsPerItem":3,"maxTurns":4,
                 "annotatorPrompts":true,"ratings":["helpfulness","safety"],"variants":["starter-warm","starter-cool"]}""".formatted(name()), grace);
        assertThat(made).hasStatus(201);
        var id = body(made).path("id").asString();
        assertThat(made).headers().hasValue("Location", "/api/campaigns/" + id);
        assertThat(body(made).path("variants").toString()).isEqualTo("[\"starter-cool\",\"starter-warm\"]");
        assertThat(body(made).path("state").asString()).isEqualTo("draft");
        assertThat(body(made).path("order").asString()).isEqualTo("arrival");

        var at = "/api/campaigns/" + id;
        assertThat(api.send(
                        HttpMethod.POST,
                        at + "/members",
                        "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}",
                        grace))
                .hasStatus(201);
        assertThat(api.send(HttpMethod.POST, at + "/activation", "", grace))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("active");
        assertThat(api.upload(at + "/prompts", "application/jsonl", "{\"text\":\"a\"}\n{\n{\"text\":\"A\"}", grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1,\"duplicates\":1,\"refused\":[{\"line\":2}],\"refusedInAll\":1}");
        assertThat(api.upload(at + "/prompts?column=goal", "text/csv; charset=utf-8", "goal,x\nfrom csv,1\n", grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1,\"ignoredColumns\":[\"x\"]}");
        assertThat(api.upload(
                        at + "/prompts",
                        "application/json",
                        "[{\"text\":\"from json\",\"riskCategory\":\"unqualified-advice\"}]",
                        grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1}");
        assertThat(api.get(at + "/prompts?size=2", grace))
                .bodyJson()
                .extractingPath("rows")
                .asArray()
                .hasSize(2);
        assertThat(api.upload(at + "/pairs", "application/x-ndjson", """
                {"messages":[{"role":"user","content":"q"}],"responses":[{"text":"a","variant":"x"},{"text":"b","variant":"y"}]}""", grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"accepted\":1}");

        var version = body(api.get(at, grace)).path("version").asInt();
        assertThat(api.send(HttpMethod.PATCH, at, "{\"version\":" + version + ",\"guideline\":\"Better\"}", grace))
                .bodyJson()
                .extractingPath("guidelineVersion")
                .isEqualTo(2);
        assertThat(api.send(HttpMethod.PATCH, at, "{\"version\":" + version + ",\"maxTurns\":9}", grace))
                .hasStatus(409);
        assertThat(api.send(
                        HttpMethod.PATCH,
                        at,
                        "{\"version\":" + (version + 1) + ",\"order\":\"uncertainty\",\"randomShare\":35}",
                        grace))
                .bodyJson()
                .isLenientlyEqualTo("{\"order\":\"uncertainty\",\"randomShare\":35}");
        assertThat(api.get(at + "/guidelines/1", ada))
                .bodyJson()
                .extractingPath("markdown")
                .isEqualTo("# Be *safe*");
        assertThat(api.get(at + "/guidelines", ada))
                .bodyJson()
                .extractingPath("rows[0].version")
                .isEqualTo(2);
        assertThat(api.get(at + "/rounds", grace))
                .bodyJson()
                .extractingPath("rows[0].number")
                .isEqualTo(1);
        assertThat(api.get(at + "/members", grace))
                .bodyJson()
                .extractingPath("rows")
                .asArray()
                .hasSize(2);

        assertThat(api.send(HttpMethod.DELETE, at + "/activation", "", grace))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("paused");
        assertThat(api.send(HttpMethod.DELETE, at + "/members/" + cast.ada().person(), "", grace))
                .hasStatus(204);
        assertThat(api.send(HttpMethod.POST, at + "/closure", "", grace))
                .bodyJson()
                .extractingPath("state")
                .isEqualTo("closed");
        assertThat(api.upload(at + "/prompts", "application/jsonl", "{\"text\":\"late\"}", grace))
                .hasStatus(409);
    }
}
