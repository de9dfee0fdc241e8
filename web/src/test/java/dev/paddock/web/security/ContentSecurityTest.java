package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class ContentSecurityTest {

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/setup/guess", "/api/me", "/css/app.css", "/work"})
    void isOnEveryAnswer(String path) {
        var answer = mvc.get().uri(path).exchange();

        assertThat(answer).hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(answer).hasHeader("Referrer-Policy", "no-referrer");
        assertThat(answer.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void allowsPagesTheirOwnFilesOnly() {
        assertThat(mvc.get().uri("/sign-in").exchange().getResponse().getHeader("Content-Security-Policy"))
                .contains("default-src 'self'; script-src 'self'; style-src 'self'")
                .contains("object-src 'none'; base-uri 'none'; form-action 'self'");
    }

    @Test
    void insistsOnHttpsOnlyWhereItIsSpoken() {
        assertThat(mvc.get().uri("/sign-in")).doesNotContainHeader("Strict-Transport-Security");
        assertThat(mvc.get().uri("/sign-in").secure(true)).containsHeader("Strict-Transport-Security");
    }

    @Test
    void keepsPagesOutOfCachesAndFilesIn() {
        assertThat(mvc.get().uri("/sign-in").exchange().getResponse().getHeader("Cache-Control"))
                .contains("no-store");
        assertThat(mvc.get().uri("/css/app.css").exchange().getResponse().getHeader("Cache-Control"))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        some -> assertThat(some).doesNotContain("no-store"));
    }

    @Test
    void opensHealthAndNothingElseOfTheActuator() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
        assertThat(mvc.get().uri("/actuator/env").exchange().getResponse().getStatus())
                .isNotEqualTo(200);
        assertThat(mvc.get().uri("/actuator").exchange().getResponse().getStatus())
                .isNotEqualTo(200);
    }
}
