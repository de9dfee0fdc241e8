package dev.paddock.web.errors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import dev.paddock.web.security.SignIn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class RefusalsTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Cast cast;
    String token;

    @BeforeEach
    void enter() {
        cast = new Cast(beans);
        token = cast.token(cast.olive());
    }

    @Test
    void namesTheLineOfBrokenJson() {
        assertThat(post("{\n  \"email\": \"a@b.example\",\n  \"name\": oops\n}"))
                .hasStatus(400)
                .hasContentType("application/problem+json")
                .bodyText()
                .contains("line 3")
                .doesNotContain("oops");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{\"email\":\"a@b.example\",\"name\":\"A\",\"role\":\"emperor\"} | role  | must be one of: owner, lead, reviewer, annotator",
                "{\"email\":{},\"name\":\"A\",\"role\":\"lead\"}                 | email | must be a text",
                "{\"email\":\"a@b.example\",\"nmae\":\"A\",\"role\":\"lead\"}    | nmae  | is not known here; known are: email, name, role",
                "{\"email\":\"nobody\",\"name\":\"A\",\"role\":\"lead\"}         | email | must be an e-mail address, like ada@example.org",
                "{\"email\":\"a@b.example\",\"name\":\"A\\u0000\",\"role\":\"lead\"} | name | must be one line, without control characters"
            })
    void namesTheFieldAndWhatToDo(String body, String field, String reason) {
        assertThat(post(body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo(field);
        assertThat(post(body)).bodyJson().extractingPath("$.errors[0].reason").isEqualTo(reason);
    }

    @Test
    void asksForABodyAndForJson() {
        assertThat(post("")).hasStatus(400).bodyText().contains("application/json");
        assertThat(mvc.post()
                        .uri("/api/people")
                        .header("Authorization", "Bearer " + token)
                        .contentType(MediaType.TEXT_PLAIN)
                        .content("x"))
                .hasStatus(415)
                .bodyText()
                .contains("application/json");
    }

    @Test
    void namesTheMethodsAnAddressTakes() {
        assertThat(mvc.put().uri("/api/people").header("Authorization", "Bearer " + token))
                .hasStatus(405)
                .hasHeader("Allow", "GET, POST")
                .bodyText()
                .contains("GET, POST");
    }

    @Test
    void takesAnIdThatIsNoneForOneThatNobodyHas() {
        assertThat(get("/api/people/1 or 1=1")).hasStatus(404);
        assertThat(get("/api/people/00000000-0000-0000-0000-000000000000")).hasStatus(404);
    }

    @Test
    void namesAParameterOfTheWrongKind() {
        assertThat(get("/api/people?size=many"))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors[0].field")
                .isEqualTo("size");
    }

    @Test
    void hasATypeForPrograms() {
        assertThat(get("/api/people/" + java.util.UUID.randomUUID()))
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("urn:paddock:problem:not-found");
    }

    @Test
    void repeatsNothingOfARequestInHtml() {
        var browser = new Browser(mvc);
        browser.signIn(cast.email(cast.grace()));
        var attack = "%3Cscript%3Ealert(1)%3C/script%3E";

        assertThat(browser.get("/nothing/" + attack)).hasStatus(404).bodyText().doesNotContain("alert(1)");
        assertThat(browser.get("/people?cursor=" + attack)).bodyText().doesNotContain("alert(1)");
        assertThat(browser.post("/sign-in", "email", "\"><script>alert(1)</script>", "password", "x"))
                .bodyText()
                .doesNotContain("<script>alert(1)");
    }

    @Test
    void tellsPagesAsPages() {
        assertThat(mvc.get().uri("/people/audit").with(SignIn.as(cast.ada())))
                .hasStatus(403)
                .hasContentTypeCompatibleWith(MediaType.TEXT_HTML)
                .bodyText()
                .contains("Only the owner may do this.");
    }

    private MvcTestResult post(String body) {
        return mvc.post()
                .uri("/api/people")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }
}
