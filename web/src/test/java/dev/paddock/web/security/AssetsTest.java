package dev.paddock.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class AssetsTest {

    private static final Pattern OURS = Pattern.compile("(?:href|src)=\"(/[^\"#?]+\\.(?:svg|css|js))");

    @Autowired
    MockMvcTester browser;

    @Test
    void everyFileThatTheSignInPageNamesIsThereForAnybody() {
        var page = browser.get().uri("/sign-in").exchange().getResponse().getContentAsByteArray();
        var files = OURS.matcher(new String(page, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();

        assertThat(files).anyMatch(file -> file.startsWith("/icons")).anyMatch(file -> file.startsWith("/css/"));
        assertThat(files)
                .allSatisfy(file ->
                        assertThat(browser.get().uri(file).exchange()).as(file).hasStatusOk());
    }
}
