package dev.paddock.web.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.Order;
import dev.paddock.people.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignPagesTest extends CampaignTest {

    @Autowired
    Members members;

    @ParameterizedTest
    @ValueSource(strings = {"", "/prompts", "/people", "/guideline", "/guideline/edit", "/settings"})
    void everyTabOpensForTheLeadAndForNoStranger(String tab) {
        assertThat(get("/campaigns/" + id + tab, grace))
                .hasStatusOk()
                .bodyText()
                .contains(name)
                .contains("aria-current=\"page\"");
        assertThat(get("/campaigns/" + id + tab, cast.stranger(Role.LEAD))).hasStatus(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/campaigns", "/campaigns/new", "/models", "/models/variants/new"})
    void listsAndEmptyFormsOpen(String page) {
        assertThat(get(page, grace)).hasStatusOk();
    }

    @Test
    void aReviewerReadsAndAnAnnotatorIsLedToWork() {
        members.add(grace, id, cast.rita().person().toString(), CampaignRole.REVIEWER);
        members.add(grace, id, cast.ada().person().toString(), CampaignRole.ANNOTATOR);

        assertThat(get("/campaigns/" + id, cast.rita()))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Close for good");
        assertThat(get("/campaigns/" + id + "/settings", cast.rita())).hasStatus(403);
        assertThat(get("/campaigns/" + id, cast.ada())).hasRedirectedUrl("/work");
        assertThat(get("/campaigns/" + id + "/prompts", cast.ada())).hasStatus(403);
    }

    @Test
    void aFormWithFaultsComesBackWithThemBesideTheFieldsAndNothingLost() {
        var answer = post(
                "/campaigns",
                grace,
                "name",
                " ",
                "track",
                "safety",
                "guideline",
                "Be kind, my own words",
                "judgementsPerItem",
                "many",
                "maxTurns",
                "4");

        assertThat(answer)
                .hasStatus(422)
                .bodyText()
                .contains("must be a whole number")
                .contains("Be kind, my own words")
                .contains("value=\"many\"");
    }

    @Test
    void aGoodFormMakesACampaign() {
        var answer = post(
                "/campaigns",
                grace,
                "name",
                name + " b",
                "track",
                "helpfulness",
                "guideline",
                "g",
                "judgementsPerItem",
                "2",
                "maxTurns",
                "4",
                "ratings",
                "helpfulness",
                "variants",
                "starter-warm");

        assertThat(answer).hasStatus(302);
        assertThat(campaigns.visibleTo(grace, null, 200).rows())
                .anyMatch(campaign -> campaign.name().equals(name + " b"));
    }

    @Test
    void aTakenNameIsToldInTheForm() {
        var answer = post(
                "/campaigns",
                grace,
                "name",
                name,
                "track",
                "safety",
                "guideline",
                "g",
                "judgementsPerItem",
                "2",
                "maxTurns",
                "4");

        assertThat(answer).hasStatus(409).bodyText().contains("Choose another name");
    }

    @Test
    void theButtonsStartPauseAndClose() {
        post("/campaigns/" + id + "/activation", grace);
        assertThat(get("/campaigns/" + id, grace)).bodyText().contains("Pause");
        post("/campaigns/" + id + "/activation", grace, "_method", "delete");
        assertThat(get("/campaigns/" + id, grace)).bodyText().contains("paused").contains("Go on");
        post("/campaigns/" + id + "/closure", grace);
        assertThat(get("/campaigns/" + id, grace)).bodyText().contains("closed").doesNotContain("Go on");
    }

    @Test
    void aChangedGuidelineIsANewVersionAndAStaleFormIsRefusedWithTheTextKept() {
        var version = Long.toString(campaigns.get(grace, id).version());
        assertThat(post("/campaigns/" + id + "/guideline", grace, "guideline", "Second", "version", version))
                .hasStatus(302);
        assertThat(post("/campaigns/" + id + "/guideline", grace, "guideline", "My long work", "version", version))
                .hasStatus(409)
                .bodyText()
                .contains("My long work")
                .contains("Someone has changed");
        assertThat(get("/campaigns/" + id + "/guideline?version=1", grace))
                .bodyText()
                .contains("not the present one");
    }

    @Test
    void peopleAreAddedAndRemoved() {
        assertThat(post("/campaigns/" + id + "/people", grace, "person", "ada@paddock.test", "as", "annotator"))
                .hasStatus(302);
        assertThat(get("/campaigns/" + id + "/people", grace)).bodyText().contains("Ada");
        assertThat(post("/campaigns/" + id + "/people", grace, "person", "nobody@x.test", "as", "annotator"))
                .hasStatus(422)
                .bodyText()
                .contains("nobody here");
        post("/campaigns/" + id + "/people/" + cast.ada().person(), grace, "_method", "delete");
        assertThat(members.list(grace, id, null, 9).rows()).hasSize(1);
    }

    @Test
    void settingsAreSaved() {
        var version = Long.toString(campaigns.get(grace, id).version());

        assertThat(post(
                        "/campaigns/" + id + "/settings",
                        grace,
                        "name",
                        name,
                        "maxTurns",
                        "9",
                        "version",
                        version,
                        "variants",
                        "starter-cool"))
                .hasStatus(302);
        assertThat(campaigns.get(grace, id))
                .returns(9, campaign -> campaign.maxTurns())
                .returns(false, campaign -> campaign.annotatorPrompts());
        assertThat(post("/campaigns/" + id + "/settings", grace, "name", name, "maxTurns", "99", "version", version))
                .hasStatus(422);
    }

    @Test
    void theOrderOfPairsIsSetAndToldToLeads() {
        var settings = "/campaigns/" + id + "/settings";
        var version = Long.toString(campaigns.get(grace, id).version());
        var order = new String[] {
            "name", name, "maxTurns", "4", "version", version, "order", "uncertainty", "randomShare", "35"
        };

        assertThat(post(settings, grace, order)).hasStatus(302);

        assertThat(campaigns.get(grace, id))
                .returns(Order.UNCERTAINTY, campaign -> campaign.order())
                .returns(35, campaign -> campaign.randomShare());
        assertThat(get("/campaigns/" + id, grace)).bodyText().contains("uncertainty", "35 % at random");
        order[9] = "101";
        order[5] = Long.toString(campaigns.get(grace, id).version());
        assertThat(post(settings, grace, order))
                .hasStatus(422)
                .bodyText()
                .contains("must be between 0 and 100")
                .contains("value=\"101\"");
    }

    @Test
    void nobodyGetsInWithoutTheFormsToken() {
        var answer = browser.post().uri("/campaigns/" + id + "/closure").exchange();

        assertThat(answer.getResponse().getStatus()).isIn(302, 401, 403);
        assertThat(campaigns.get(grace, id).state().word()).isEqualTo("draft");
    }
}
