package dev.paddock.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.People;
import dev.paddock.people.Role;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.Browser;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class SignInPagesTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    @Autowired
    People people;

    @Autowired
    JdbcClient sql;

    Cast cast;
    Browser browser;
    Caller lead;
    String email;

    @BeforeEach
    void enter() {
        cast = new Cast(beans);
        browser = new Browser(mvc);
        lead = cast.stranger(Role.LEAD);
        email = cast.email(lead);
    }

    @Test
    void letsSomebodyInAndOut() {
        assertThat(browser.get("/account")).hasRedirectedUrl("/sign-in?continue=%2Faccount");

        assertThat(browser.post("/sign-in", "email", email, "password", Cast.PASSWORD, "continue", "/account"))
                .hasRedirectedUrl("/account");
        assertThat(browser.get("/account")).hasStatusOk().bodyText().contains(email);
        assertThat(browser.get("/sign-in")).hasRedirectedUrl("/");

        browser.post("/sign-out");
        assertThat(browser.get("/account")).hasStatus(302);
    }

    @Test
    void keepsTheSessionInTheDatabaseAndTheCookieFromScripts() {
        browser.signIn(email);

        assertThat(browser.session().isHttpOnly()).isTrue();
        assertThat(browser.session().getAttribute("SameSite")).isEqualToIgnoringCase("lax");
        assertThat(sql.sql("select count(*) from spring_session where principal_name = :person")
                        .param("person", lead.person().toString())
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void leavesNothingBehindForAVisitor() {
        browser.get("/sign-in");
        browser.get("/work");

        assertThat(browser.hasSession()).isFalse();
    }

    @Test
    void takesANewIdWhenSomebodySignsIn() {
        browser.signIn(email);
        var before = browser.session();

        browser.signIn(email);

        assertThat(browser.session().getValue()).isNotEqualTo(before.getValue());
        assertThat(new Browser(mvc).holding(before).get("/account")).hasStatus(302);
        assertThat(browser.get("/account")).hasStatusOk();
    }

    @Test
    void doesNotAdoptAnIdThatSomebodyElsePrepared() {
        var id = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        var planted = new Cookie("paddock", Base64.getEncoder().encodeToString(id));

        browser.holding(planted).signIn(email);

        assertThat(browser.session().getValue()).isNotEqualTo(planted.getValue());
        assertThat(new Browser(mvc).holding(planted).get("/account")).hasStatus(302);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "///evil.example",
                "/.//evil.example",
                "javascript:alert(1)",
                "/account\r\nSet-Cookie: a=b",
                "/ evil"
            })
    void leadsToNoOtherSite(String elsewhere) {
        assertThat(browser.post("/sign-in", "email", email, "password", Cast.PASSWORD, "continue", elsewhere))
                .hasRedirectedUrl("/");
    }

    @Test
    void saysTheSameOfAWrongPasswordAndAnUnknownAccount() {
        var wrong = browser.post("/sign-in", "email", email, "password", "not the password");
        var unknown = browser.post("/sign-in", "email", "x" + email, "password", "not the password");

        assertThat(wrong).hasStatus(422).bodyText().contains("do not fit together");
        assertThat(unknown).hasStatus(422).bodyText().contains("do not fit together");
    }

    @Test
    void tellsSomebodyHeldBackForHowLong() {
        for (int failure = 0; failure < 5; failure++) {
            browser.post("/sign-in", "email", email, "password", "guess " + failure);
        }

        var held = browser.signIn(email);

        assertThat(held).hasStatus(429).bodyText().containsPattern("Try again in \\d+ seconds");
        assertThat(held.getResponse().getHeader("Retry-After")).matches("\\d+");
    }

    @Test
    void shutsADisabledPersonOutAtTheNextRequest() {
        browser.signIn(email);
        assertThat(browser.get("/account")).hasStatusOk();

        people.disable(cast.olive(), lead.person());

        assertThat(browser.get("/account")).hasStatus(302);
    }

    @Test
    void countsANewRoleAtTheNextRequest() {
        browser.signIn(email);
        assertThat(browser.get("/people")).hasStatusOk();

        people.changeRole(cast.olive(), lead.person(), Role.ANNOTATOR);

        assertThat(browser.get("/people")).hasStatus(403);
        assertThat(browser.get("/")).hasRedirectedUrl("/work");
    }

    @Test
    void takesNoFormThatAnotherSiteSent() {
        browser.signIn(email);

        assertThat(mvc.post().uri("/account/name").cookie(browser.session()).param("name", "Mallory"))
                .hasStatus(403);
        assertThat(mvc.post().uri("/sign-in").param("email", email)).hasRedirectedUrl("/sign-in?stale");
    }

    @Test
    void leadsBackToTheWorkbenchWhoseFormCameTooLate() {
        var task = "/tasks/" + UUID.randomUUID();

        assertThat(browser.post(task + "/comparison"))
                .hasRedirectedUrl("/sign-in?continue=" + task.replace("/", "%2F") + "%3Funsaved%3Dyes");
        browser.signIn(email);
        assertThat(mvc.post().uri(task + "/messages").cookie(browser.session()))
                .hasRedirectedUrl(task + "?unsaved=yes");
    }

    @Test
    void asksHtmxToLoadThePageAnew() {
        var fragment = mvc.get().uri("/campaigns").header("HX-Request", "true").exchange();

        assertThat(fragment).hasStatus(401).hasHeader("HX-Refresh", "true");
    }
}
