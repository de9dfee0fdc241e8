package dev.paddock.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.WebTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WebTest
class PeopleApiTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JsonMapper json;

    Cast cast;
    String owner;

    @BeforeEach
    void enter() {
        cast = new Cast(beans);
        owner = cast.token(cast.olive());
    }

    @Test
    void invitesSomebodyAndMakesTheirToken() {
        var invited = call(HttpMethod.POST, "/api/people", owner, invitation("annotator"));
        assertThat(invited).hasStatus(201);
        var id = body(invited).get("id").asString();
        assertThat(body(invited).get("invitation").asString()).startsWith("http://localhost/invitation/");
        assertThat(invited).hasHeader("Location", "/api/people/" + id);

        var issued = call(
                HttpMethod.POST, "/api/people/" + id + "/tokens", owner, "{\"scopes\":[\"annotate\"],\"days\":30}");
        assertThat(issued).hasStatus(201);

        var me = call(HttpMethod.GET, "/api/me", body(issued).get("token").asString(), null);
        assertThat(body(me).get("id").asString()).isEqualTo(id);
        assertThat(body(me).get("role").asString()).isEqualTo("annotator");
        assertThat(body(me).get("scopes").toString()).isEqualTo("[\"annotate\"]");
    }

    @Test
    void listsTokensWithoutTheirSecretsAndRevokesThem() {
        var person = cast.stranger(Role.REVIEWER);
        var secret = cast.token(person);
        var tokens = "/api/people/" + person.person() + "/tokens";

        var list = call(HttpMethod.GET, tokens, owner, null);
        assertThat(list).hasStatusOk().bodyText().doesNotContain(secret).doesNotContain("hash");
        var id = body(list).get("rows").get(0).get("id").asString();
        assertThat(call(HttpMethod.DELETE, tokens + "/" + id, owner, null)).hasStatus(204);

        assertThat(call(HttpMethod.GET, "/api/me", secret, null)).hasStatus(401);
        assertThat(call(HttpMethod.DELETE, tokens + "/" + UUID.randomUUID(), owner, null))
                .hasStatus(404);
    }

    @Test
    void listsPeopleByPageAndNeverTheirPasswords() {
        cast.ada();
        cast.mary();

        var first = call(HttpMethod.GET, "/api/people?size=1&sort=passwordHash,desc&filter=password_hash", owner, null);

        assertThat(first)
                .hasStatusOk()
                .bodyText()
                .doesNotContainIgnoringCase("password")
                .doesNotContain("bcrypt");
        assertThat(body(first).get("rows").size()).isOne();
        var next = body(first).get("next").asString();
        assertThat(call(HttpMethod.GET, "/api/people?cursor=" + next, owner, null))
                .hasStatusOk();
        assertThat(call(HttpMethod.GET, "/api/people?cursor=password_hash", owner, null))
                .hasStatus(422);
    }

    @Test
    void changesRoleAndStateTogetherOrNotAtAll() {
        var person = cast.stranger(Role.REVIEWER);
        var path = "/api/people/" + person.person();

        assertThat(call(HttpMethod.PATCH, path, owner, "{\"role\":\"lead\"}"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.role")
                .isEqualTo("lead");
        assertThat(call(HttpMethod.PATCH, path, owner, "{\"disabled\":true}"))
                .bodyJson()
                .extractingPath("$.disabled")
                .isEqualTo(true);
        assertThat(call(HttpMethod.POST, path + "/invitation", owner, null)).hasStatus(409);
        assertThat(call(HttpMethod.PATCH, path, owner, "{\"role\":\"emperor\"}"))
                .hasStatus(422)
                .bodyText()
                .contains("owner, lead, reviewer, annotator");
    }

    @Test
    void asksForTheRole() {
        assertThat(call(HttpMethod.POST, "/api/people", owner, "{\"email\":\"a@b.example\",\"name\":\"A\"}"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("role");
    }

    @Test
    void letsALeadInviteButNotMakeTokensForOthers() {
        var lead = cast.token(cast.grace());

        assertThat(call(HttpMethod.POST, "/api/people", lead, invitation("reviewer")))
                .hasStatus(201);
        assertThat(call(HttpMethod.POST, "/api/people", lead, invitation("owner")))
                .hasStatus(403);
        assertThat(call(
                        HttpMethod.POST,
                        "/api/people/" + cast.ada().person() + "/tokens",
                        lead,
                        "{\"scopes\":[\"annotate\"]}"))
                .hasStatus(403);
    }

    @Test
    void keepsAnOwnersNarrowTokenFromPeople() {
        var narrow = cast.token(cast.olive(), Set.of(Scope.EXPORT));

        assertThat(call(HttpMethod.GET, "/api/people", narrow, null)).hasStatus(403);
        assertThat(call(HttpMethod.POST, "/api/people", narrow, invitation("annotator")))
                .hasStatus(403);
        assertThat(call(
                        HttpMethod.POST,
                        "/api/people/" + cast.olive().person() + "/tokens",
                        narrow,
                        "{\"scopes\":[\"admin\"]}"))
                .hasStatus(403);
    }

    @Test
    void aNarrowTokenReadsNobodyElse() {
        var narrow = cast.token(cast.grace(), Set.of(Scope.ANNOTATE));
        var wide = cast.token(cast.grace(), Set.of(Scope.LEAD));
        var ada = "/api/people/" + cast.ada().person();

        assertThat(call(HttpMethod.GET, ada, narrow, null)).hasStatus(403);
        assertThat(call(HttpMethod.GET, ada, wide, null)).hasStatusOk();
        assertThat(call(HttpMethod.GET, "/api/people/" + cast.grace().person(), narrow, null))
                .hasStatusOk();
    }

    @Test
    void showsTheOwnerWhoDidWhat() {
        call(HttpMethod.POST, "/api/people", owner, invitation("annotator"));

        assertThat(call(HttpMethod.GET, "/api/audit?size=1", owner, null))
                .bodyJson()
                .extractingPath("$.rows[0].action")
                .isEqualTo("person-invited");
        assertThat(call(HttpMethod.GET, "/api/audit", cast.token(cast.grace()), null))
                .hasStatus(403);
        assertThat(call(HttpMethod.GET, "/api/audit", cast.token(cast.olive(), Set.of(Scope.LEAD)), null))
                .hasStatus(403);
    }

    private static String invitation(String role) {
        return "{\"email\":\"%s@lab.example\",\"name\":\"N\",\"role\":\"%s\"}".formatted(UUID.randomUUID(), role);
    }

    private MvcTestResult call(
            HttpMethod method, String path, String token, @org.jspecify.annotations.Nullable String body) {
        var request = mvc.method(method).uri(path).header("Authorization", "Bearer " + token);
        return body == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).content(body).exchange();
    }

    private JsonNode body(MvcTestResult answer) {
        return json.readTree(answer.getResponse().getContentAsByteArray());
    }
}
