package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every endpoint × everybody. An endpoint that is not in the table fails the test: whoever adds one says here who may use it. Denied is
 * asked with every method; that the others get in, with GET only, as the rest would change what later rows look at.
 */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndpointsTest {

    /** Method, address, who gets in, and a body where an empty one would be refused before anybody asks who sent it. */
    private static final String TABLE = """
            GET    /                                            ANYBODY
            GET    /sign-in                                     OPEN
            POST   /sign-in                                     OPEN
            POST   /sign-out                                    ANYBODY
            GET    /setup/{secret}                              OPEN
            POST   /setup/{secret}                              OPEN
            GET    /invitation/{secret}                         OPEN
            POST   /invitation/{secret}                         OPEN

            GET    /account                                     ANYBODY
            POST   /account/name                                ANYBODY
            POST   /account/password                            ANYBODY
            DELETE /account/sessions                            ANYBODY
            GET    /account/tokens/new                          ANYBODY
            POST   /account/tokens                              ANYBODY
            DELETE /account/tokens/{token}                      ANYBODY
            GET    /people                                      LEADS
            POST   /people                                      LEADS
            GET    /people/audit                                OWNERS
            GET    /people/{id}                                 OWNERS
            POST   /people/{id}/role                            OWNERS
            POST   /people/{id}/invitation                      OWNERS
            DELETE /people/{id}/invitation                      OWNERS
            POST   /people/{id}/disablement                     OWNERS
            DELETE /people/{id}/disablement                     OWNERS
            GET    /people/{id}/tokens/new                      OWNERS
            POST   /people/{id}/tokens                          OWNERS
            DELETE /people/{id}/tokens/{token}                  OWNERS
            GET    /api/me                                      ANYBODY
            GET    /api/people                                  LEADS
            GET    /api/audit                                   OWNERS
            POST   /api/people                                  LEADS        {"email":"x@y.example","name":"X","role":"annotator"}
            GET    /api/people/{id}                             LEADS
            PATCH  /api/people/{id}                             OWNERS
            POST   /api/people/{id}/invitation                  OWNERS
            DELETE /api/people/{id}/invitation                  OWNERS
            GET    /api/people/{id}/tokens                      OWNERS
            POST   /api/people/{id}/tokens                      OWNERS       {"scopes":["annotate"]}
            DELETE /api/people/{id}/tokens/{token}              OWNERS

            GET    /models                                      LEADS
            GET    /models/endpoints/new                        OWNERS
            POST   /models/endpoints                            OWNERS       name=e&baseUrl=https://models.example/v1&slots=1
            GET    /models/endpoints/{id}                       OWNERS
            POST   /models/endpoints/{id}                       OWNERS
            POST   /models/endpoints/{id}/health                LEADS
            GET    /models/variants/new                         LEADS
            POST   /models/variants                             LEADS
            GET    /models/variants/{id}                        LEADS
            POST   /models/variants/{id}                        LEADS
            POST   /models/variants/{id}/use                    LEADS
            DELETE /models/variants/{id}/use                    LEADS
            GET    /api/models/endpoints                        LEADS
            POST   /api/models/endpoints                        OWNERS       {"name":"e","baseUrl":"https://models.example/v1","slots":1}
            PATCH  /api/models/endpoints/{id}                   OWNERS
            GET    /api/models/endpoints/{id}/health            LEADS
            GET    /api/models/variants                         LEADS
            POST   /api/models/variants                         LEADS        {"name":"v","model":"m"}
            PATCH  /api/models/variants/{id}                    LEADS
            GET    /reward-models                               STAFF
            POST   /reward-models                               LEADS
            GET    /reward-models/{name}                        STAFF
            POST   /reward-models/{name}/promotion              LEADS
            POST   /reward-models/{name}/shadow                 LEADS
            DELETE /reward-models/{name}                        LEADS
            POST   /reward-models/rollback/{kind}               LEADS
            GET    /reward-models/trainings/new/{kind}          LEADS
            POST   /reward-models/trainings/new/{kind}          LEADS        margin=small
            GET    /reward-models/trainings/{id}                STAFF
            DELETE /reward-models/trainings/{id}                LEADS
            GET    /api/reward-models                           STAFF
            GET    /api/reward-models/{name}                    STAFF
            GET    /api/reward-models/{name}/agreement          STAFF
            POST   /api/reward-models                           LEADS        PK
            POST   /api/reward-models/{name}/promotion          LEADS
            POST   /api/reward-models/{name}/shadow             LEADS
            DELETE /api/reward-models/{name}                    LEADS
            POST   /api/reward-models/rollback/{kind}           LEADS
            GET    /api/reward-models/trainings                 STAFF
            POST   /api/reward-models/trainings                 LEADS        {"kind":"safety","campaigns":[]}
            GET    /api/reward-models/trainings/{training}      STAFF
            DELETE /api/reward-models/trainings/{training}      LEADS
            PUT    /api/campaigns/{campaign}/training-plan      LEADS_OF_IT  {"every":50}
            GET    /api/campaigns/{campaign}/training-plan      LEADS_OF_IT
            DELETE /api/campaigns/{campaign}/training-plan      LEADS_OF_IT
            POST   /api/scores                                  LEADS        {"kind":"safety","conversations":[{"messages":[{"role":"user","content":"a"},{"role":"assistant","content":"b"}]}]}

            GET    /campaigns                                   ANYBODY
            GET    /campaigns/new                               LEADS
            POST   /campaigns                                   LEADS
            GET    /campaigns/{id}                              READERS
            POST   /campaigns/{id}/activation                   LEADS_OF_IT
            DELETE /campaigns/{id}/activation                   LEADS_OF_IT
            POST   /campaigns/{id}/closure                      LEADS_OF_IT
            GET    /campaigns/{id}/settings                     LEADS_OF_IT
            POST   /campaigns/{id}/settings                     LEADS_OF_IT
            GET    /campaigns/{id}/guideline                    READERS
            GET    /campaigns/{id}/guideline/edit               LEADS_OF_IT
            POST   /campaigns/{id}/guideline                    LEADS_OF_IT
            GET    /campaigns/{id}/people                       READERS
            POST   /campaigns/{id}/people                       LEADS_OF_IT  person=x@y.example&as=annotator
            DELETE /campaigns/{id}/people/{person}              LEADS_OF_IT
            GET    /campaigns/{id}/prompts                      READERS
            POST   /campaigns/{id}/prompts                      LEADS_OF_IT  pasted=Hello&kind=prompts
            GET    /campaigns/{id}/conversations                READERS
            GET    /campaigns/{id}/flags                        READERS
            GET    /conversations/{id}                          READERS
            GET    /campaigns/{id}/export                       LEADS_OF_IT
            GET    /api/campaigns                               ANYBODY
            POST   /api/campaigns                               LEADS        {"name":"n","track":"safety","task":"comparison","guideline":"g","judgementsPerItem":1,"maxTurns":1,"variants":["starter-warm"]}
            GET    /api/campaigns/{id}                          MEMBERS
            PATCH  /api/campaigns/{id}                          LEADS_OF_IT  {"version":0,"name":"other"}
            POST   /api/campaigns/{id}/activation               LEADS_OF_IT
            DELETE /api/campaigns/{id}/activation               LEADS_OF_IT
            POST   /api/campaigns/{id}/closure                  LEADS_OF_IT
            GET    /api/campaigns/{id}/guidelines               MEMBERS
            GET    /api/campaigns/{id}/guidelines/{version}     MEMBERS
            GET    /api/campaigns/{id}/rounds                   MEMBERS
            GET    /api/campaigns/{id}/members                  READERS
            POST   /api/campaigns/{id}/members                  LEADS_OF_IT  {"person":"x@y.example","as":"annotator"}
            DELETE /api/campaigns/{id}/members/{person}         LEADS_OF_IT
            GET    /api/campaigns/{id}/prompts                  READERS
            POST   /api/campaigns/{id}/prompts                  LEADS_OF_IT  []
            POST   /api/campaigns/{id}/pairs                    LEADS_OF_IT  []
            GET    /api/campaigns/{id}/conversations            READERS
            GET    /api/campaigns/{id}/flags                    READERS
            GET    /api/conversations/{id}                      READERS
            GET    /api/campaigns/{id}/facts                    READERS
            GET    /api/campaigns/{id}/comparisons              LEADS_OF_IT

            GET    /work                                        ANYBODY
            POST   /campaigns/{campaign}/tasks                  MEMBERS
            GET    /tasks/{task}                                HOLDER
            GET    /tasks/{task}/stream                         HOLDER
            POST   /tasks/{task}/messages                       HOLDER
            POST   /tasks/{task}/redraw                         HOLDER
            POST   /tasks/{task}/flag                           HOLDER
            POST   /tasks/{task}/skip                           HOLDER
            POST   /tasks/{task}/end                            HOLDER
            POST   /tasks/{task}/comparison                     HOLDER       turn=1&choice=1
            POST   /tasks/{task}/lease                          HOLDER
            POST   /tasks/{task}/draft                          HOLDER       content={}
            GET    /comparisons                                 ANYBODY
            GET    /comparisons/{comparison}                    HOLDER
            POST   /comparisons/{comparison}/revisions          HOLDER       turn=1&choice=1
            POST   /api/campaigns/{campaign}/tasks              MEMBERS
            GET    /api/tasks/{task}                            HOLDER
            GET    /api/tasks/{task}/stream                     HOLDER
            POST   /api/tasks/{task}/messages                   HOLDER       {"text":"t"}
            POST   /api/tasks/{task}/redraw                     HOLDER
            POST   /api/tasks/{task}/skip                       HOLDER       {"reason":"r"}
            POST   /api/tasks/{task}/flag                       HOLDER       {"reason":"r"}
            POST   /api/tasks/{task}/end                        HOLDER
            PUT    /api/tasks/{task}/lease                      HOLDER
            GET    /api/tasks/{task}/draft                      HOLDER
            PUT    /api/tasks/{task}/draft                      HOLDER
            POST   /api/tasks/{task}/comparison                 HOLDER       {"chosen":"left","degree":"better"}
            GET    /api/campaigns/{campaign}/progress           MEMBERS
            GET    /api/comparisons                             ANYBODY
            GET    /api/comparisons/{comparison}                HOLDER
            POST   /api/comparisons/{comparison}/revisions      HOLDER       {"chosen":"left","degree":"better"}
            """;

    private record Row(
            HttpMethod method,
            String pattern,
            Access access,
            @Nullable String body) {

        static Row of(String line) {
            var words = line.strip().split("\\s+", 4);
            return new Row(
                    HttpMethod.valueOf(words[0]),
                    words[1],
                    Access.valueOf(words[2]),
                    words.length > 3 ? words[3] : null);
        }

        String name() {
            return method + " " + pattern;
        }
    }

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    Premises premises;

    @BeforeAll
    void enter() {
        premises = new Premises(mvc, new Cast(beans));
    }

    @Test
    void areAllInTheTable() {
        assertThat(endpoints()).isEqualTo(rows().map(Row::name).collect(Collectors.toCollection(TreeSet::new)));
    }

    @TestFactory
    Stream<DynamicTest> letIn() {
        return rows().map(row -> DynamicTest.dynamicTest(row.name(), () -> check(row)));
    }

    private void check(Row row) {
        for (var actor : Actor.values()) {
            if (!row.access().allowed.contains(actor)) {
                checkDenied(row, actor);
            } else if (row.method() == HttpMethod.GET && row.access() != Access.HOLDER && row.access() != Access.OPEN) {
                checkAllowed(row, actor);
            }
        }
    }

    private void checkDenied(Row row, Actor actor) {
        var answer = send(row, actor);
        var status = answer.getResponse().getStatus();
        if (actor == Actor.NOBODY) {
            var wanted = row.pattern().startsWith("/api/") ? 401 : 302;
            assertThat(status).as("nobody gets in").isEqualTo(wanted);
        } else if (row.access().hiddenFrom(actor)) {
            var missing = premises.send(actor, row.method(), address(row.pattern(), premises.missing()), row.body());
            assertThat(status).as("%s is kept out", actor).isIn(403, 404);
            assertThat(told(answer))
                    .as("%s must not even learn that it exists", actor)
                    .isEqualTo(told(missing));
        } else {
            // An annotator who follows a link to a campaign is led to work instead.
            assertThat(status).as("%s is kept out", actor).isIn(302, 403, 404);
        }
    }

    /** Apart from the form's token and such, which differ from page to page. */
    private static String told(MvcTestResult answer) {
        var body = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        return answer.getResponse().getStatus() + " " + body.replaceAll("value=\"[A-Za-z0-9_-]{40,}=*\"", "");
    }

    private void checkAllowed(Row row, Actor actor) {
        var answer = send(row, actor);
        var denied = row.access().hidden() ? Set.of(401, 403, 404) : Set.of(401, 403);
        assertThat(answer.getResponse().getStatus()).as("%s gets in", actor).isNotIn(denied);
        assertThat(String.valueOf(answer.getResponse().getRedirectedUrl())).doesNotContain("/sign-in");
    }

    private MvcTestResult send(Row row, Actor actor) {
        return premises.send(actor, row.method(), address(row.pattern(), premises.things()), row.body());
    }

    private static String address(String pattern, Map<String, String> things) {
        var address = pattern;
        for (var thing : things.entrySet()) {
            address = address.replace(thing.getKey(), thing.getValue());
        }
        return address.replaceAll("\\{(id|token|training)}", UUID.randomUUID().toString())
                .replace("{version}", "1")
                .replace("{secret}", "guess")
                .replace("{kind}", "safety")
                .replace("{name}", "none");
    }

    private static Stream<Row> rows() {
        return Arrays.stream(TABLE.split("\n")).filter(line -> !line.isBlank()).map(Row::of);
    }

    /** Ours; the description of the API and the page for errors are other people's handlers, and public. */
    private Set<String> endpoints() {
        return requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("dev.paddock.web."))
                .filter(mapping -> !mapping.getValue().getBeanType().getName().contains(".errors."))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .flatMap(pattern -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(RequestMethod::name)
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
