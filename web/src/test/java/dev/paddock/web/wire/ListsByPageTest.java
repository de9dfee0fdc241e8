package dev.paddock.web.wire;

import static dev.paddock.web.Api.body;
import static dev.paddock.web.Api.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BareModels;
import dev.paddock.Harvest;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Every list that can grow goes by cursor: page after page gives each row once, in one order. */
@WebTest
class ListsByPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    JdbcClient jdbc;

    Api api;
    Cast cast;
    Caller leading;
    String lead;
    String campaign;

    @BeforeEach
    void open() {
        api = new Api(mvc);
        cast = new Cast(beans);
        leading = cast.stranger(Role.LEAD);
        lead = cast.token(leading);
        campaign = campaign();
    }

    @Test
    void membersGoByPage() {
        for (int i = 0; i < 3; i++) {
            var added = join(campaign, cast.stranger(Role.ANNOTATOR), "annotator");
            assertThat(body(added).path("addedAt").asString()).startsWith("20");
        }

        assertThat(everyRow(campaign + "/members", lead, "person")).hasSize(4);
    }

    @Test
    void whoBecomesSomethingElseKeepsTheDayTheyCame() {
        var rita = cast.stranger(Role.REVIEWER);
        var first = body(join(campaign, rita, "annotator")).path("addedAt").asString();

        assertThat(body(join(campaign, rita, "reviewer")).path("addedAt").asString())
                .isEqualTo(first);
    }

    @Test
    void versionsOfAGuidelineGoByPage() {
        for (int version = 2; version <= 4; version++) {
            var now = body(api.get(campaign, lead)).path("version").asLong();
            api.send(
                    HttpMethod.PATCH,
                    campaign,
                    "{\"version\":" + now + ",\"guideline\":\"version " + version + "\"}",
                    lead);
        }

        assertThat(everyRow(campaign + "/guidelines", lead, "version")).containsExactly("4", "3", "2", "1");
    }

    @Test
    void tokensGoByPage() {
        var person = cast.stranger(Role.ANNOTATOR);
        for (int i = 0; i < 3; i++) {
            cast.token(person);
        }

        assertThat(everyRow("/api/people/" + person.person() + "/tokens", cast.token(cast.olive()), "id"))
                .hasSize(3);
    }

    @Test
    void variantsAndEndpointsGoByPage() {
        var all = body(api.get("/api/models/variants?size=200", lead)).path("rows");
        assertThat(everyRow("/api/models/variants", lead, "id"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(all.size());
        var endpoints = body(api.get("/api/models/endpoints?size=200", lead)).path("rows");
        assertThat(everyRow("/api/models/endpoints", lead, "id"))
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(endpoints.size());
    }

    @Test
    void rewardModelsGoByPage() {
        var ofOneMoment =
                Stream.generate(() -> "listed-" + UUID.randomUUID()).limit(3).toList();
        ofOneMoment.forEach(
                name -> new BareModels(jdbc).register("safety", name, "candidate", "own-nowhere", Harvest.SHOWN));

        var all = body(api.get("/api/reward-models?size=200", lead)).path("rows");
        assertThat(everyRow("/api/reward-models", lead, "name"))
                .startsWith(all.at("/0/name").asString(), all.at("/1/name").asString())
                .containsAll(ofOneMoment);
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        for (var list : new String[] {
            campaign + "/members",
            campaign + "/guidelines",
            "/api/models/variants",
            "/api/models/endpoints",
            "/api/best-of-k",
            "/api/reward-models",
            "/api/people"
        }) {
            assertThat(api.get(list + "?cursor=x", lead))
                    .as(list)
                    .hasStatus(422)
                    .bodyText()
                    .contains("\"cursor\"");
        }
    }

    @Test
    void workGoesByPage() {
        var reviewer = cast.stranger(Role.REVIEWER);
        join(campaign, reviewer, "reviewer");
        var first = campaign();
        join(first, reviewer, "annotator");
        for (int i = 0; i < 50; i++) {
            join(campaign(), reviewer, "annotator");
        }
        var browser = new Browser(mvc);
        browser.signIn(cast.email(reviewer));

        var page = text(browser.get("/work"));
        var cursor = page.replaceFirst("(?s).*/work\\?cursor=([^\"]+)\".*", "$1");
        var next = text(browser.get("/work?cursor=" + cursor));

        assertThat(page.split("campaign-", -1).length).isGreaterThan(next.split("campaign-", -1).length);
        assertThat(page).contains(last(first));
        assertThat(next).doesNotContain(last(first), "/work?cursor=").contains("Back to the beginning");
    }

    private ArrayList<String> everyRow(String list, String token, String field) {
        var rows = new ArrayList<String>();
        var cursor = "";
        do {
            var page = body(api.get(list + "?size=1" + cursor, token));
            assertThat(page.path("rows").size()).isOne();
            assertThat(rows).as("a list without end").hasSizeLessThan(1000);
            rows.add(page.at("/rows/0/" + field).asString());
            cursor = page.path("next").isString()
                    ? "&cursor=" + page.path("next").asString()
                    : "";
        } while (!cursor.isEmpty());
        assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
        return rows;
    }

    private String campaign() {
        return "/api/campaigns/"
                + body(api.send(
                                HttpMethod.POST,
                                "/api/campaigns",
                                "{\"name\":\"Lists " + UUID.randomUUID()
                                        + "\",\"track\":\"helpfulness\",\"guideline\":\"version 1\"}",
                                lead))
                        .path("id")
                        .asString();
    }

    private MvcTestResult join(String campaign, Caller person, String as) {
        return api.send(
                HttpMethod.POST,
                campaign + "/members",
                "{\"person\":\"" + person.person() + "\",\"as\":\"" + as + "\"}",
                lead);
    }

    private static String last(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
