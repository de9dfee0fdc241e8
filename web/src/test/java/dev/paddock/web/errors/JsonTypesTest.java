package dev.paddock.web.errors;

import static dev.paddock.web.Api.body;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.web.Api;
import dev.paddock.web.WebTest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What is of another type than its field is refused by the field's name, and nothing is made of it in silence. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JsonTypesTest {

    private static final String NOBODY = "00000000-0000-0000-0000-000000000000";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Api api;
    String lead;

    @BeforeAll
    void oneTokenForAll() {
        api = new Api(mvc);
        var cast = new Cast(beans);
        lead = cast.token(cast.stranger(Role.LEAD));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"every":99999999999}                  | every  | must be a whole number from -2147483648 to 2147483647
                    {"every":-99999999999}                 | every  | must be a whole number from -2147483648 to 2147483647
                    {"every":20.5}                         | every  | must be a whole number
                    {"every":"20"}                         | every  | must be a whole number
                    {"every":true}                         | every  | must be a whole number
                    {"every":[20]}                         | every  | must be a whole number
                    {"margin":5}                           | margin | must be a text
                    {"margin":true}                        | margin | must be a text
                    {"margin":1.5}                         | margin | must be a text
                    {"first":"soon"}                       | first  | must be a time like 2026-11-23T12:00:00Z
                    {"first":1790000000}                   | first  | must be a time like 2026-11-23T12:00:00Z
                    {"first":"1790000000"}                 | first  | must be a time like 2026-11-23T12:00:00Z
                    """)
    void ofATrainingPlan(String body, String field, String reason) {
        refused(HttpMethod.PUT, "/api/campaigns/" + NOBODY + "/training-plan", body, field, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"version":99999999999999999999}       | version          | must be a whole number from -9223372036854775808 to 9223372036854775807
                    {"version":1.0}                        | version          | must be a whole number
                    {"name":5}                             | name             | must be a text
                    {"annotatorPrompts":"true"}            | annotatorPrompts | must be true or false
                    {"annotatorPrompts":1}                 | annotatorPrompts | must be true or false
                    {"track":0}                            | track            | must be one of: helpfulness, safety
                    {"track":"0"}                          | track            | must be one of: helpfulness, safety
                    {"variants":["a",5]}                   | variants[1]      | must be a text
                    {"variants":"a"}                       | variants         | must be a list
                    {"ratings":[1]}                        | ratings[0]       | must be one of: helpfulness, safety
                    """)
    void ofACampaign(String body, String field, String reason) {
        refused(HttpMethod.PATCH, "/api/campaigns/" + NOBODY, body, field, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"ratings":{"left":{"helpfulness":99999999999}}} | ratings.left.helpfulness | must be a whole number from -2147483648 to 2147483647
                    {"ratings":{"left":{"helpfulness":4.5}}}         | ratings.left.helpfulness | must be a whole number
                    {"ratings":{"left":5}}                           | ratings.left             | must be an object
                    {"ratings":"good"}                               | ratings                  | must be an object
                    """)
    void ofAComparison(String body, String field, String reason) {
        refused(HttpMethod.POST, "/api/tasks/" + NOBODY + "/comparison", body, field, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"k":2.7}                                   | k                                   | must be a whole number
                    {"seed":99999999999999999999}               | seed                                | must be a whole number from -9223372036854775808 to 9223372036854775807
                    {"temperatures":[0.5,"1"]}                  | temperatures[1]                     | must be a number
                    {"campaign":5}                              | campaign                            | must be an id as Paddock gives it
                    """)
    void ofABestOfKRun(String body, String field, String reason) {
        refused(HttpMethod.POST, "/api/best-of-k", body, field, reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    {"conversations":[{"messages":[{"role":"user","content":true}]}]} | conversations[0].messages[0].content | must be a text
                    {"conversations":[{"messages":[{"role":0,"content":"a"}]}]}       | conversations[0].messages[0].role    | must be a text
                    """)
    void ofAConversation(String body, String field, String reason) {
        refused(HttpMethod.POST, "/api/scores", body, field, reason);
    }

    private void refused(HttpMethod method, String path, String body, String field, String reason) {
        var answer = api.send(method, path, body, lead);

        assertThat(answer).hasStatus(422);
        assertThat(body(answer).at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(body(answer).at("/errors/0/reason").asString()).isEqualTo(reason);
    }
}
