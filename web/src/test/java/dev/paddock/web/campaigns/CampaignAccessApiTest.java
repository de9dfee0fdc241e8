package dev.paddock.web.campaigns;

import static dev.paddock.web.Api.body;
import static dev.paddock.web.Api.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.ApiTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpMethod;

class CampaignAccessApiTest extends ApiTest {

    @Test
    void anAnnotatorNeverLearnsWhichModelsACampaignCompares() {
        var at = campaign();
        api.send(HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}", grace);

        assertThat(api.get(at, ada))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("variants")
                .doesNotContain("order")
                .doesNotContain("randomShare")
                .doesNotContain("starter");
        assertThat(api.get("/api/campaigns?size=200", ada))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("starter-");
        assertThat(api.get("/api/models/variants", ada)).hasStatus(403);
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
        "POST, /comparisons",
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

        var foreign = api.send(HttpMethod.valueOf(method), campaign() + end, body, stranger);
        var missing = api.send(HttpMethod.valueOf(method), "/api/campaigns/" + UUID.randomUUID() + end, body, stranger);
        var nonsense = api.send(HttpMethod.valueOf(method), "/api/campaigns/7" + end, body, stranger);

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
        api.send(HttpMethod.POST, at + "/members", "{\"person\":\"ada@paddock.test\",\"as\":\"annotator\"}", grace);

        assertThat(api.send(HttpMethod.valueOf(method), at + (path == null ? "" : path), "{\"version\":0}", ada))
                .hasStatus(403);
    }

    @Test
    void aTokenWithoutTheScopeIsToldWhichOneIsMissing() {
        var narrow = cast.token(cast.grace(), Set.of(Scope.ANNOTATE));

        assertThat(api.send(HttpMethod.POST, campaign() + "/closure", "", narrow))
                .hasStatus(403)
                .bodyText()
                .contains("'lead'");
    }
}
