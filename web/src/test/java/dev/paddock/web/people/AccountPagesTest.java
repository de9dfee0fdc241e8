package dev.paddock.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Tokens;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class AccountPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    Tokens tokens;

    Cast cast;
    Browser browser;
    Caller person;

    @BeforeEach
    void signIn() {
        cast = new Cast(beans);
        person = cast.stranger(Role.ANNOTATOR);
        browser = new Browser(mvc);
        browser.signIn(cast.email(person));
    }

    @Test
    void changesTheName() {
        assertThat(browser.post("/account/name", "name", "<b>Ada</b> & Co")).hasRedirectedUrl("/account");
        assertThat(browser.get("/account"))
                .bodyText()
                .contains("&lt;b&gt;Ada&lt;/b&gt; &amp; Co")
                .doesNotContain("<b>Ada");
        assertThat(browser.post("/account/name", "name", " "))
                .hasStatus(422)
                .bodyText()
                .contains("must not be empty");
    }

    @Test
    void changesThePasswordAndSignsOutTheOtherBrowsers() {
        var other = new Browser(mvc);
        other.signIn(cast.email(person));

        var changed = browser.post("/account/password", "present", Cast.PASSWORD, "password", "a hedge in the evening");

        assertThat(changed).hasRedirectedUrl("/account");
        assertThat(browser.get("/account")).hasStatusOk();
        assertThat(other.get("/account")).hasStatus(302);
        assertThat(other.post("/sign-in", "email", cast.email(person), "password", "a hedge in the evening"))
                .hasRedirectedUrl("/");
    }

    @Test
    void wantsThePresentPasswordForANewOne() {
        assertThat(browser.post("/account/password", "present", "wrong", "password", "a hedge in the evening"))
                .hasStatus(422)
                .bodyText()
                .contains("is not your password")
                .doesNotContain("a hedge in the evening");
        assertThat(browser.post("/account/password", "present", Cast.PASSWORD, "password", "short"))
                .hasStatus(422)
                .bodyText()
                .contains("at least 12 characters");
    }

    @Test
    void signsOutEverywhere() {
        var other = new Browser(mvc);
        other.signIn(cast.email(person));

        assertThat(browser.post("/account/sessions", "_method", "delete")).hasRedirectedUrl("/sign-in");

        assertThat(other.get("/account")).hasStatus(302);
        assertThat(browser.get("/account")).hasStatus(302);
    }

    @Test
    void showsANewTokenOnceAndRevokesIt() {
        assertThat(browser.get("/account/tokens/new"))
                .hasStatusOk()
                .bodyText()
                .contains("annotate")
                .doesNotContain("export");
        var issued = browser.post("/account/tokens", "name", "laptop", "scopes", "annotate", "days", "7");
        var secret = secret(issued);
        assertThat(tokens.authenticate(secret))
                .hasValueSatisfying(caller -> assertThat(caller.person()).isEqualTo(person.person()));
        assertThat(browser.get("/account")).bodyText().contains("laptop").doesNotContain(secret);

        var token =
                tokens.list(person, person.person(), null, 9).rows().getFirst().id();
        browser.post("/account/tokens/" + token, "_method", "delete");

        assertThat(tokens.authenticate(secret)).isEmpty();
        assertThat(browser.get("/account")).bodyText().contains("revoked");
    }

    @Test
    void refusesATokenForMoreThanTheRole() {
        assertThat(browser.post("/account/tokens", "name", "x", "scopes", "admin", "days", "7"))
                .hasStatus(422)
                .bodyText()
                .contains("may only be of annotate");
        assertThat(browser.post("/account/tokens", "name", "x", "scopes", "everything", "days", "7"))
                .hasStatus(422);
        assertThat(browser.post("/account/tokens", "name", "x", "scopes", "annotate", "days", "ever"))
                .hasStatus(422);
    }

    private static String secret(MvcTestResult issued) {
        assertThat(issued).hasStatusOk();
        var body = new String(issued.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
        var found = Pattern.compile("pdk_[A-Za-z0-9_-]{43}").matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
