package dev.paddock.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class TrainingPlanPagesTest extends CampaignTest {

    @Test
    void aPlanIsSavedSavedAgainAsItIsAndComesBackWithItsFaults() {
        var page = "/campaigns/" + id + "/training-plan";
        var first = LocalDate.now(ZoneOffset.UTC).plusDays(3) + "T03:00";

        assertThat(post(page, grace, "every", "", "rhythm", "monthly", "first", first, "margin", "large"))
                .hasRedirectedUrl(page);
        assertThat(get(page, grace)).bodyText().contains("value=\"" + first + "\"");
        assertThat(post(page, grace, "every", "60", "rhythm", "monthly", "first", first, "margin", "large"))
                .hasRedirectedUrl(page);

        assertThat(post(page, grace, "every", "many", "rhythm", "", "first", "", "margin", "none"))
                .hasStatus(422)
                .bodyText()
                .contains("must be a whole number")
                .contains("value=\"many\"");
        assertThat(get(page, grace))
                .bodyText()
                .as("what was saved stands")
                .contains("value=\"60\"")
                .contains("value=\"" + first + "\"");
    }
}
