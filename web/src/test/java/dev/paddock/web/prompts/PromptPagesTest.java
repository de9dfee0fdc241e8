package dev.paddock.web.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.campaigns.CampaignTest;
import dev.paddock.web.security.SignIn;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockMultipartFile;

class PromptPagesTest extends CampaignTest {

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
    void judgedPairsBecomeComparisonsOfTheImporter() {
        var pair =
                "{\"messages\":[{\"role\":\"user\",\"content\":\"q\"}],\"responses\":[{\"text\":\"a\"},{\"text\":\"b\"}],\"chosen\":1}";

        assertThat(post("/campaigns/" + id + "/prompts", grace, "pasted", pair, "kind", "comparisons", "degree", ""))
                .hasStatusOk()
                .bodyText()
                .contains("says no degree");
        assertThat(post(
                        "/campaigns/" + id + "/prompts",
                        grace,
                        "pasted",
                        pair,
                        "kind",
                        "comparisons",
                        "degree",
                        "slightly-better"))
                .hasStatusOk()
                .bodyText()
                .contains("<strong>1</strong> taken");

        assertThat(get("/campaigns/" + id, grace)).bodyText().contains("by 0 people, 1 imported");
        assertThat(get("/campaigns/" + id + "/conversations", grace)).bodyText().contains("slightly better");
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
}
