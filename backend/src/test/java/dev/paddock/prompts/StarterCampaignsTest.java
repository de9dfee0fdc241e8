package dev.paddock.prompts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.CampaignState;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.campaigns.Track;
import dev.paddock.models.ModelVariant;
import dev.paddock.models.Models;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@BackendTest
class StarterCampaignsTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Prompts prompts;

    @Autowired
    Models models;

    Caller olive;

    @BeforeEach
    void owner() {
        olive = new Cast(beans).olive();
    }

    @Test
    void theFirstOwnerFindsACampaignForEachTrackReadyToAnnotate() {
        assertThat(named("Everyday helpfulness"))
                .returns(Track.HELPFULNESS, Campaign::track)
                .returns(CampaignState.ACTIVE, Campaign::state)
                .returns(true, Campaign::annotatorPrompts)
                .satisfies(campaign -> assertThat(prompts(campaign)).hasSizeGreaterThanOrEqualTo(40))
                .satisfies(campaign -> assertThat(models.variantsOf(campaigns.variantsOf(campaign.id())))
                        .extracting(ModelVariant::name)
                        .containsExactly("starter-cool", "starter-warm"));
        assertThat(named("Borderline and safety"))
                .returns(Track.SAFETY, Campaign::track)
                .satisfies(campaign -> assertThat(prompts(campaign)).hasSizeGreaterThanOrEqualTo(25))
                .satisfies(campaign -> assertThat(
                                campaigns.guideline(campaign.id(), 1).markdown())
                        .contains("in this order"));
    }

    @Test
    void theSafetyPromptsCoverEveryRiskByEveryAttack() {
        var safety = prompts(named("Borderline and safety"));

        for (var risk : RiskCategory.values()) {
            assertThat(safety.stream()
                            .filter(prompt -> prompt.riskCategory() == risk)
                            .map(Prompt::attackVector))
                    .contains(AttackVector.values());
        }
    }

    private List<Prompt> prompts(Campaign campaign) {
        return prompts.list(olive, campaign.id(), null, 200).rows().stream()
                .filter(prompt -> prompt.origin() == Origin.STARTER)
                .toList();
    }

    private Campaign named(String name) {
        return campaigns.led(olive, null, name, List.of(), 1).getFirst();
    }
}
