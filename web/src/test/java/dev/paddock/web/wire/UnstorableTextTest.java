package dev.paddock.web.wire;

import static dev.paddock.web.Api.body;
import static dev.paddock.web.Api.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** PostgreSQL keeps neither NUL nor half a character: wherever text comes in, they are refused by the name of the field. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UnstorableTextTest {

    private static final String[] UNSTORABLE = {"\\u0000", "\\ud800"};

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Api api;
    Cast cast;
    String olive;
    String lead;
    String ada;
    String campaign;
    String task;

    @BeforeAll
    void adaHoldsATaskThatWaitsForWords() {
        api = new Api(mvc);
        cast = new Cast(beans);
        olive = cast.token(cast.olive());
        lead = cast.token(cast.stranger(Role.LEAD));
        var annotator = cast.stranger(Role.ANNOTATOR);
        ada = cast.token(annotator);
        campaign = "/api/campaigns/"
                + id(api.send(HttpMethod.POST, "/api/campaigns", """
                {"name":"Texts %s","track":"helpfulness","guideline":"g","annotatorPrompts":true,"variants":["starter-warm"]}
                """.formatted(UUID.randomUUID()), lead));
        api.send(
                HttpMethod.POST,
                campaign + "/members",
                "{\"person\":\"" + annotator.person() + "\",\"as\":\"annotator\"}",
                lead);
        api.send(HttpMethod.POST, campaign + "/pairs", """
                [{"messages":[{"role":"user","content":"q"}],"responses":[{"text":"a"},{"text":"b"}]}]""", lead);
        api.send(HttpMethod.POST, campaign + "/activation", "{}", lead);
        task = "/api/tasks/"
                + body(api.send(HttpMethod.POST, campaign + "/tasks", "{}", ada))
                        .path("task")
                        .path("id")
                        .asString();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST  | lead  | /api/campaigns        | name     | {'name':'a@','track':'safety','guideline':'g'}",
                "POST  | lead  | /api/campaigns        | guideline| {'name':'a','track':'safety','guideline':'g@'}",
                "POST  | lead  | /api/campaigns        | variants | {'name':'a','track':'safety','guideline':'g','variants':['v@']}",
                "PATCH | lead  | C                     | name     | {'version':1,'name':'a@'}",
                "PATCH | lead  | C                     | guideline| {'version':1,'guideline':'a@'}",
                "PATCH | lead  | C                     | variants | {'version':1,'variants':['a@']}",
                "POST  | lead  | C/members             | person   | {'person':'a@','as':'annotator'}",
                "POST  | olive | /api/people           | name     | {'name':'a@','email':'a1@b.example','role':'annotator'}",
                "POST  | olive | /api/people           | email    | {'name':'a','email':'a@@b.example','role':'annotator'}",
                "POST  | olive | /api/models/endpoints | name     | {'name':'a@','baseUrl':'http://8.8.8.8/v1'}",
                "POST  | lead  | /api/models/variants  | model    | {'name':'a','model':'m@'}",
                "POST  | lead  | /api/models/variants  | systemPrompt | {'name':'a','model':'m','systemPrompt':'@'}",
                "POST  | ada   | T/messages            | text     | {'text':'Hello @'}",
                "POST  | ada   | T/skip                | reason   | {'reason':'a@'}",
                "POST  | ada   | T/flag                | reason   | {'reason':'a@'}",
                "POST  | ada   | T/comparison          | note     | {'chosen':'left','degree':'better','note':'a@'}",
                "PUT   | ada   | T/draft               | content  | {'note':'a@'}",
                "PUT   | ada   | T/draft               | content  | {'deep':[{'note':'a@'}]}"
            })
    void isRefusedByItsField(String method, String who, String path, String field, String body) {
        for (var unstorable : UNSTORABLE) {
            var text = body.replace('\'', '"')
                    .replaceFirst("@(?!b\\.)", java.util.regex.Matcher.quoteReplacement(unstorable));
            var answer = api.send(HttpMethod.valueOf(method), address(path), text, token(who));

            assertThat(answer).as(text).hasStatus(422);
            assertThat(body(answer).at("/errors/0/field").asString()).as(text).isEqualTo(field);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prompts", "pairs"})
    void isRefusedByItsLineInFiles(String what) {
        for (var unstorable : UNSTORABLE) {
            var record = what.equals("prompts")
                    ? "[{\"text\":\"a@\"}]"
                    : "[{\"messages\":[{\"role\":\"user\",\"content\":\"q@\"}],\"responses\":[{\"text\":\"c\"},{\"text\":\"d\"}]}]";
            var answer = api.send(HttpMethod.POST, campaign + "/" + what, record.replace("@", unstorable), lead);

            assertThat(answer).hasStatusOk();
            assertThat(body(answer).path("refusedInAll").asInt()).isOne();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "words",
                "[]",
                "\"a\"",
                "{\"a\":",
                "{\"a\":1e999999}",
                "{\"note\":\"\\u0000\"}",
                "{\"note\":\"\\ud800\"}"
            })
    void aPagesDraftThatCannotBeKeptIsRefusedAndNeverAFailure(String content) {
        var annotator = cast.stranger(Role.ANNOTATOR);
        api.send(
                HttpMethod.POST,
                campaign + "/members",
                "{\"person\":\"" + annotator.person() + "\",\"as\":\"annotator\"}",
                lead);
        api.send(HttpMethod.POST, campaign + "/pairs", """
                [{"messages":[{"role":"user","content":"%s"}],"responses":[{"text":"a"},{"text":"b"}]}]""".formatted(UUID.randomUUID()), lead);
        var browser = new Browser(mvc);
        browser.signIn(cast.email(annotator));
        var page = browser.post(campaign.replace("/api", "") + "/tasks")
                .getResponse()
                .getRedirectedUrl();

        assertThat(browser.post(page + "/draft", "content", content)).hasStatus(422);
        assertThat(browser.post(page + "/draft", "content", "{\"note\":\"so far\"}"))
                .hasStatusOk();
    }

    @Test
    void whatIsNoObjectIsNoDraft() {
        for (var unstorable : UNSTORABLE) {
            assertThat(api.send(HttpMethod.PUT, task + "/draft", "{\"a" + unstorable + "\":1}", ada))
                    .hasStatus4xxClientError();
        }
        assertThat(api.send(HttpMethod.PUT, task + "/draft", "[1]", ada)).hasStatus4xxClientError();
        assertThat(api.send(HttpMethod.PUT, task + "/draft", "{\"note\":\"kept\"}", ada))
                .hasStatusOk();
    }

    private String address(String path) {
        return path.replaceFirst("^C", campaign).replaceFirst("^T", task);
    }

    private String token(String who) {
        return switch (who) {
            case "olive" -> olive;
            case "lead" -> lead;
            default -> ada;
        };
    }

    private String id(MvcTestResult answer) {
        return body(answer).path("id").asString();
    }
}
