package dev.paddock.web.models;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.ApiTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;

class ModelsApiTest extends ApiTest {

    @Test
    void keysOfEndpointsGoInAndNeverComeOut() {
        var olive = cast.token(cast.olive());
        var made = api.send(
                HttpMethod.POST,
                "/api/models/endpoints",
                "{\"name\":\"%s\",\"baseUrl\":\"http://8.8.8.8/v1\",\"key\":\"sk-topsecret\",\"slots\":2}"
                        .formatted(name()),
                olive);
        assertThat(made).hasStatus(201).bodyText().doesNotContain("topsecret").contains("\"hasKey\":true");
        var at = "/api/models/endpoints/" + body(made).path("id").asString();

        assertThat(api.get("/api/models/endpoints", olive))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("topsecret");
        assertThat(api.send(HttpMethod.PATCH, at, "{\"baseUrl\":\"http://8.8.4.4/v1\"}", olive))
                .hasStatus(422)
                .bodyText()
                .contains("\"key\"");
        assertThat(api.send(HttpMethod.PATCH, at, "{\"slots\":8}", olive))
                .bodyJson()
                .extractingPath("slots")
                .isEqualTo(8);
        assertThat(api.send(HttpMethod.PATCH, at, "{\"slots\":8}", grace)).hasStatus(403);
        assertThat(api.send(
                        HttpMethod.POST,
                        "/api/models/endpoints",
                        "{\"name\":\"x\",\"baseUrl\":\"http://10.0.0.7/\"}",
                        olive))
                .hasStatus(422);
        assertThat(api.send(HttpMethod.POST, "/api/models/endpoints", "{}", olive))
                .hasStatus(422);
        assertThat(api.get("/api/models/endpoints", ada)).hasStatus(403);
    }

    @Test
    void aVariantIsMadeChangedByRevisionAndSwitchedOff() {
        var endpoint = body(api.get("/api/models/endpoints", grace))
                .path("rows")
                .valueStream()
                .filter(row -> row.path("kind").asString().equals("embedded"))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        var made = api.send(
                HttpMethod.POST,
                "/api/models/variants",
                "{\"name\":\"v-%s\",\"endpoint\":\"%s\",\"model\":\"m\"}".formatted(UUID.randomUUID(), endpoint),
                grace);
        assertThat(made).hasStatus(201);
        var at = "/api/models/variants/" + body(made).path("id").asString();

        assertThat(api.send(HttpMethod.PATCH, at, "{\"topP\":0.5}", grace))
                .hasStatus(422)
                .bodyText()
                .contains("revision");
        assertThat(api.send(HttpMethod.PATCH, at, "{\"topP\":0.5,\"revision\":1}", grace))
                .bodyJson()
                .extractingPath("revision")
                .isEqualTo(2);
        assertThat(api.send(HttpMethod.PATCH, at, "{\"topP\":0.6,\"revision\":1}", grace))
                .hasStatus(409);
        assertThat(api.send(HttpMethod.PATCH, at, "{\"enabled\":false}", grace))
                .bodyJson()
                .extractingPath("enabled")
                .isEqualTo(false);
        assertThat(api.send(HttpMethod.POST, "/api/models/variants", "{\"endpoint\":\"" + endpoint + "\"}", grace))
                .hasStatus(422);
        assertThat(api.send(HttpMethod.POST, "/api/models/variants", "{\"name\":\"a\",\"model\":\"m\"}", grace))
                .hasStatus(422);
    }
}
