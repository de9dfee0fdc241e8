package dev.paddock.web.annotations;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What an annotator's program reads of its own work, and with which tokens campaigns can be seen. */
@WebTest
class OwnComparisonTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Api api;
    Cast cast;
    Caller leading;
    String lead;
    Caller annotating;
    String annotator;
    String campaign;

    @BeforeEach
    void aPairIsWaiting() {
        api = new Api(mvc);
        cast = new Cast(beans);
        leading = cast.stranger(Role.LEAD);
        lead = cast.token(leading);
        annotating = cast.stranger(Role.ANNOTATOR);
        annotator = cast.token(annotating);
        campaign = "/api/campaigns/"
                + body(api.send(
                                HttpMethod.POST,
                                "/api/campaigns",
                                "{\"name\":\"Own " + UUID.randomUUID()
                                        + "\",\"track\":\"helpfulness\",\"guideline\":\"g\"}",
                                lead))
                        .path("id")
                        .asString();
        api.send(
                HttpMethod.POST,
                campaign + "/members",
                "{\"person\":\"" + annotating.person() + "\",\"as\":\"annotator\"}",
                lead);
        api.send(HttpMethod.POST, campaign + "/pairs", """
                [{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why is the sea salty?"}],
                  "responses":[{"text":"Rivers.","variant":"secret-a"},{"text":"Fish.","variant":"secret-b"}]}]""", lead);
        api.send(HttpMethod.POST, campaign + "/activation", "{}", lead);
    }

    @Test
    void isReadAgainWithItsPairAndNothingAboutWhereThatCameFrom() {
        var task = body(api.send(HttpMethod.POST, campaign + "/tasks", "{}", annotator))
                .path("task");
        var saved = body(api.send(
                HttpMethod.POST,
                "/api/tasks/" + task.path("id").asString() + "/comparison",
                "{\"chosen\":\"right\",\"degree\":\"slightly-better\",\"note\":\"n\"}",
                annotator));
        var at = "/api/comparisons/" + saved.path("id").asString();

        var read = api.get(at, annotator);

        assertThat(read).hasStatusOk().bodyText().doesNotContain("secret-");
        var pair = body(read);
        assertThat(pair.at("/comparison/chosen").asString()).isEqualTo("right");
        assertThat(pair.at("/comparison/degree").asString()).isEqualTo("slightly-better");
        assertThat(pair.at("/messages/0/role").asString()).isIn("system", "user");
        assertThat(pair.path("responses")).isEqualTo(task.path("responses"));
        assertThat(api.get(at, cast.token(cast.ada()))).hasStatus(404);
        assertThat(api.get(at, lead)).hasStatus(404);
    }

    @Test
    void progressCountsOwnAndEverybodysAnswers() {
        assertThat(body(api.get(campaign + "/progress", annotator)).path("held").asBoolean())
                .isFalse();
        var task = body(api.send(HttpMethod.POST, campaign + "/tasks", "{}", annotator))
                .at("/task/id")
                .asString();
        assertThat(body(api.get(campaign + "/progress", annotator)).path("held").asBoolean())
                .isTrue();
        api.send(
                HttpMethod.POST,
                "/api/tasks/" + task + "/comparison",
                "{\"chosen\":\"left\",\"degree\":\"better\"}",
                annotator);

        var progress = body(api.get(campaign + "/progress", annotator));
        assertThat(progress.path("mine").asInt()).isOne();
        assertThat(progress.path("answered").asInt()).isOne();
        assertThat(progress.path("slots").asInt()).isOne();
    }

    @Test
    void aCampaignIsSeenWithAnyScopeThatHasToDoWithCampaignsAndNoOther() {
        for (var scope : Set.of(Scope.ANNOTATE, Scope.REVIEW, Scope.LEAD, Scope.EXPORT)) {
            var token = cast.token(leading, Set.of(scope));
            assertThat(api.get(campaign, token)).as(scope.word()).hasStatusOk();
            assertThat(api.get("/api/campaigns", token)).as(scope.word()).hasStatusOk();
        }
        var scoring = cast.token(leading, Set.of(Scope.SCORE));
        for (var path : new String[] {campaign, "/api/campaigns", campaign + "/guidelines", campaign + "/rounds"}) {
            assertThat(api.get(path, scoring))
                    .as(path)
                    .hasStatus(403)
                    .bodyText()
                    .contains("scope");
        }
    }

    @Test
    void onlyLeadsTakeDataAway() {
        var reviewing = cast.stranger(Role.LEAD);
        api.send(
                HttpMethod.POST,
                campaign + "/members",
                "{\"person\":\"" + reviewing.person() + "\",\"as\":\"reviewer\"}",
                lead);

        assertThat(api.get(campaign + "/comparisons", cast.token(reviewing))).hasStatus(403);
        assertThat(api.get(campaign + "/comparisons", cast.token(leading, Set.of(Scope.EXPORT))))
                .hasStatusOk();
    }
}
