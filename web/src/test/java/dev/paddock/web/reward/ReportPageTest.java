package dev.paddock.web.reward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.Harvest;
import dev.paddock.web.Api;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report shows of each track, and what others were measured at. */
class ReportPageTest extends OneModelWorld {

    private static final String NOTHING_ON_SAFETY = "It has scored no comparison of the track safety that counts here";

    ReportPageTest() {
        // Of one that Paddock brought all comparisons count.
        super("helpfulness", "retired", BROUGHT);
    }

    @BeforeEach
    void scoredOnItsOwnTrack() {
        var own = new Harvest(jdbc, "helpfulness");
        compared(own, 1);
        compared(own, 1);
        compared(own, -1);
    }

    private void compared(Harvest harvest, double gap) {
        compared(harvest, "question " + UUID.randomUUID(), gap);
    }

    /** Without what breaks its lines. */
    private String page() {
        var answer = page("/" + model + "/report", cast.olive());
        assertThat(answer).hasStatusOk();
        return Api.text(answer).replaceAll("\\s*\n\\s*", "");
    }

    @Test
    void saysWhichTrackItHasNoScoresOf() {
        assertThat(page()).contains(NOTHING_ON_SAFETY, "<h3>helpfulness</h3>").doesNotContain("<h3>safety</h3>");
    }

    @Test
    void showsTheDegreesOfEachTrackAndAllOfARoundTogether() {
        compared(new Harvest(jdbc, "safety"), 1);

        assertThat(page())
                .contains("<h3>helpfulness</h3>", "<h3>safety</h3>", "better (3)", "better (1)", ">all</td>")
                .doesNotContain("It has scored no comparison");
    }

    @Test
    void itsOwnFiguresStandAbovePublishedOnes() {
        assertThat(page())
                .contains("Beside published figures. Llama 2, table 7: accuracy in percent, on other comparisons")
                .containsSubsequence(
                        "This model</th>",
                        "Comparisons here, helpfulness",
                        cell("This model", "66.7"),
                        cell("Llama 2 Helpfulness RM, 70B", "–"),
                        "Comparisons here, safety",
                        cell("This model", "–"),
                        "Meta Helpfulness",
                        cell("Llama 2 Helpfulness RM, 70B", "63.2"),
                        cell("GPT-4, asked for the better answer", "58.6"),
                        "Anthropic Helpful",
                        cell("This model", "–"),
                        cell("GPT-4, asked for the better answer", "–"),
                        cell("Open Assistant, DeBERTa-v3-large, 435M", "67.7"),
                        "Anthropic Harmless",
                        cell("Open Assistant, DeBERTa-v3-large, 435M", "68.4"),
                        "Stanford SHP",
                        cell("Llama 2 Helpfulness RM, 70B", "80.0"));
    }

    private static String cell(String model, String figure) {
        return "data-label=\"" + model + "\" class=\"n\">" + figure + "</td>";
    }

    @Test
    void theApiGivesThemMarkedAsWhatTheyAre() {
        var report = Api.body(api("/" + model + "/report", cast.olive()));

        assertThat(report.path("model").asString()).isEqualTo(model);
        assertThat(report.path("tracks")
                        .path(0)
                        .path("degrees")
                        .path(0)
                        .path("pairs")
                        .asInt())
                .isEqualTo(3);
        assertThat(report.path("rounds").path(0).path("degree").asString()).isEqualTo("all");
        var published = report.path("published");
        assertThat(published.path("source").asString()).contains("Llama 2, table 7", "on other comparisons than these");
        assertThat(published.path("models")).hasSize(5);
        var average = published.path("models").path(3).path("average");
        assertThat(average.asDouble()).isEqualTo(63.0);
    }
}
