package dev.paddock.web.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.NewCampaign;
import dev.paddock.campaigns.Rating;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.web.WebTest;
import dev.paddock.web.security.SignIn;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WebTest
class PromptPagesTest {

    @Autowired
    MockMvcTester browser;

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    Cast cast;
    Caller grace;
    String name;
    UUID id;

    @BeforeEach
    void campaign() {
        cast = new Cast(beans);
        grace = cast.grace();
        name = "Pages " + UUID.randomUUID();
        var asked = new NewCampaign(
                name,
                Track.SAFETY,
                "# Judge *well*\n<script>alert(1)</script>",
                3,
                4,
                true,
                Set.of(Rating.SAFETY),
                List.of("starter-warm"));
        id = campaigns.create(grace, asked).id();
    }

    @Test
    void anUploadIsReportedLineByLine() {
        var file = new MockMultipartFile(
                "file",
                "p.jsonl",
                "text/plain",
                "{\"text\":\"fine\"}\nbroken\n{\"text\":\"\"}".getBytes(StandardCharsets.UTF_8));
        var answer = browser.post()
                .uri("/campaigns/" + id + "/prompts")
                .multipart()
                .file(file)
                .with(SignIn.as(grace))
                .exchange();

        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("is not JSON")
                .contains("is empty")
                .contains(">fine<")
                .contains("p.jsonl");
    }

    @Test
    void pastedLinesArePrompts() {
        var answer = post(
                "/campaigns/" + id + "/prompts",
                grace,
                "pasted",
                "First one\n\n\"Second\" one\r\n{\"text\":\"third\",\"source\":\"s\"}",
                "kind",
                "prompts");

        assertThat(answer)
                .hasStatusOk()
                .bodyText()
                .contains("<strong>3</strong> taken")
                .contains("&quot;Second&quot; one");
        assertThat(post("/campaigns/" + id + "/prompts", grace, "pasted", " "))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file");
    }

    @Test
    void promptsAndGuidelinesAreOnlyEverText() {
        post("/campaigns/" + id + "/prompts", grace, "pasted", "<img src=x onerror=alert(1)>", "source", "<b>");

        assertThat(get("/campaigns/" + id + "/prompts", grace))
                .bodyText()
                .doesNotContain("<img src=x")
                .contains("&lt;img");
        assertThat(get("/campaigns/" + id + "/guideline", grace))
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("<em>well</em>");
    }

    private MvcTestResult get(String uri, Caller caller) {
        return browser.get().uri(uri).with(SignIn.as(caller)).exchange();
    }

    private MvcTestResult post(String uri, Caller caller, String... fields) {
        var request = browser.post().uri(uri).with(SignIn.as(caller));
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.exchange();
    }
}
