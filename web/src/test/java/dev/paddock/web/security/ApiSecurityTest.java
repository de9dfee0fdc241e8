package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ApiSecurityTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    BeanFactory beans;

    Cast cast;

    @BeforeEach
    void enter() {
        cast = new Cast(beans);
    }

    @Test
    void asksForATokenAndSaysHow() {
        var answer = mvc.get().uri("/api/me").exchange();

        assertThat(answer).hasStatus(401).hasHeader("WWW-Authenticate", "Bearer realm=\"paddock\"");
        assertThat(answer).hasContentType("application/problem+json").bodyText().contains("Authorization: Bearer");
    }

    @Test
    void refusesATokenThatIsNone() {
        assertThat(mvc.get().uri("/api/me").header("Authorization", "Bearer pdk_guess"))
                .hasStatus(401)
                .hasHeader("WWW-Authenticate", "Bearer realm=\"paddock\", error=\"invalid_token\"");
    }

    @Test
    void takesTokensInTheHeaderOnly() {
        var token = cast.token(cast.ada());

        assertThat(mvc.get().uri("/api/me?access_token=" + token + "&token=" + token))
                .hasStatus(401);
        assertThat(mvc.get().uri("/api/me").header("Authorization", "bearer " + token))
                .hasStatusOk();
    }

    @Test
    void isNotOpenedByABrowsersSession() {
        var browser = new Browser(mvc);
        browser.signIn(cast.email(cast.grace()));

        assertThat(browser.get("/api/me")).hasStatus(401);
    }

    @Test
    void keepsNoSession() {
        var answer = mvc.get()
                .uri("/api/me")
                .header("Authorization", "Bearer " + cast.token(cast.ada()))
                .exchange();

        assertThat(answer).hasStatusOk();
        assertThat(answer.getResponse().getCookies()).isEmpty();
        assertThat(mvc.get().uri("/api/me").exchange().getResponse().getCookies())
                .isEmpty();
    }

    @Test
    void tellsOfUnknownAddressesOnlyToThoseWhoAreKnown() {
        assertThat(mvc.get().uri("/api/nothing")).hasStatus(401);
        assertThat(mvc.get().uri("/api/nothing").header("Authorization", "Bearer " + cast.token(cast.ada())))
                .hasStatus(404)
                .hasContentType("application/problem+json");
    }
}
