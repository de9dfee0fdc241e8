package dev.paddock.web.campaigns;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.ApiTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;

class CampaignRefusalsApiTest extends ApiTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"name\":\"\",\"track\":\"safety\",\"guideline\":\"g\"}",
                "{\"name\":\"n\",\"track\":\"speed\",\"guideline\":\"g\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"judgementsPerItem\":0}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"judgementsPerItem\":\"many\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"maxTurns\":51}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"order\":\"luck\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"randomShare\":101}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"task\":\"rating\"}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"ratings\":[\"beauty\"]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"ratings\":[null]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"variants\":[\"nope\"]}",
                "{\"name\":\"n\",\"track\":\"safety\",\"guideline\":\"g\",\"variants\":[null]}",
                "{\"name\":\"n\\u0000\",\"track\":\"safety\",\"guideline\":\"g\"}"
            })
    void refusesWhatIsNoCampaignAndNamesTheField(String body) {
        var answer = api.send(HttpMethod.POST, "/api/campaigns", body, grace);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer).path("errors").isEmpty()).isFalse();
    }

    @Test
    void refusesWhatIsNoChange() {
        var at = campaign();

        assertThat(api.send(HttpMethod.PATCH, at, "{\"maxTurns\":2}", grace))
                .hasStatus(422)
                .bodyText()
                .contains("version");
        assertThat(api.send(HttpMethod.PATCH, at, "{\"version\":0,\"judgementsPerItem\":9}", grace))
                .hasStatus(422);
        assertThat(api.send(HttpMethod.PATCH, at, "not json", grace)).hasStatus(400);
        assertThat(api.send(
                        HttpMethod.POST,
                        at + "/members",
                        "{\"person\":\"nobody@nowhere.test\",\"as\":\"lead\"}",
                        grace))
                .hasStatus(422);
        assertThat(api.send(
                        HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"lead\"}", grace))
                .hasStatus(422);
        assertThat(api.send(HttpMethod.POST, at + "/members", "{\"as\":\"king\"}", grace))
                .hasStatus(422);
        assertThat(api.get(at + "/prompts?cursor=nonsense", grace)).hasStatus(422);
        assertThat(api.get(at + "/guidelines/77", grace)).hasStatus(404);
    }

    @Test
    void refusesFilesThatAreNoneOfItsKindsOrNotInUtf8() {
        var at = campaign() + "/prompts";

        assertThat(api.upload(at, "application/xml", "<p/>", grace)).hasStatus(415);
        assertThat(api.upload(at, "text/csv; charset=iso-8859-1", "text\na", grace))
                .hasStatus(415);
        assertThat(api.upload(at, "text/csv", "", grace)).hasStatus(422);
        assertThat(api.send(HttpMethod.POST, at, "text/csv", "text\na".getBytes(StandardCharsets.UTF_16), grace))
                .hasStatus(422)
                .bodyText()
                .contains("UTF-8");
    }
}
