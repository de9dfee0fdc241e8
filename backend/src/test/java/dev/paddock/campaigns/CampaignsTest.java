package dev.paddock.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.models.StarterModels;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

@BackendTest
@Transactional
class CampaignsTest {

    @Autowired
    Campaigns campaigns;

    @Autowired
    Members members;

    Caller grace;
    Caller ada;
    Caller olive;
    Caller stranger;

    @Autowired
    BeanFactory beans;

    Cast cast;

    @BeforeEach
    void people() {
        cast = new Cast(beans);
        grace = person(Role.LEAD);
        stranger = person(Role.LEAD);
        ada = person(Role.ANNOTATOR);
        olive = person(Role.OWNER);
    }

    @Test
    void beginsAsADraftWithItsMakerAsLead() {
        var campaign = campaigns.create(grace, asked("Draft"));

        assertThat(campaign.state()).isEqualTo(CampaignState.DRAFT);
        assertThat(campaigns.roleOf(grace, campaign.id())).isEqualTo(CampaignRole.LEAD);
        assertThat(campaigns.variantsOf(campaign.id())).hasSize(2);
        assertThat(campaigns.guideline(campaign.id(), 1).markdown()).isEqualTo("Be kind.");
        assertThat(campaigns.currentRound(campaign.id())).isEqualTo(1);
    }

    @Test
    void anAnnotatorMakesNone() {
        assertThatThrownBy(() -> campaigns.create(ada, asked("Mine"))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void looksMissingToALeadWhoIsNoMember() {
        var campaign = campaigns.create(grace, asked("Foreign"));
        var foreign = catchRefusal(() -> campaigns.get(stranger, campaign.id()));
        var missing = catchRefusal(() -> campaigns.get(stranger, UUID.randomUUID()));

        assertThat(foreign).hasMessage(missing.getMessage());
        assertThat(campaigns.visibleTo(stranger, null, 10).rows()).isEmpty();
        assertThatThrownBy(() -> campaigns.edit(stranger, campaign.id(), rename(campaign, "Taken over")))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> campaigns.activate(stranger, campaign.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() ->
                        members.add(stranger, campaign.id(), stranger.person().toString(), CampaignRole.LEAD))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void aMemberWhoAnnotatesSeesItButDoesNotRunIt() {
        var campaign = campaigns.create(grace, asked("Shared"));
        members.add(grace, campaign.id(), ada.person().toString(), CampaignRole.ANNOTATOR);

        assertThat(campaigns.requireAnnotator(ada, campaign.id()).name()).isEqualTo("Shared");
        assertThatThrownBy(() -> campaigns.requireReader(ada, campaign.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> campaigns.pause(ada, campaign.id())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void aTokenThatMayExportFindsAndExportsItsCampaignAndReadsNoNames() {
        var campaign = campaigns.create(grace, asked("Exported"));
        var export = new Caller(grace.person(), "Grace", Role.LEAD, Set.of(Scope.EXPORT));

        assertThat(campaigns.visibleTo(export, null, 10).rows()).contains(campaign);
        assertThat(campaigns.get(export, campaign.id())).isEqualTo(campaign);
        assertThat(campaigns.requireExporter(export, campaign.id())).isEqualTo(campaign);
        assertThatThrownBy(() -> campaigns.requireReader(export, campaign.id())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void reviewersReadAndDoNotExport() {
        var campaign = campaigns.create(grace, asked("Reviewed"));
        var rita = person(Role.REVIEWER);
        members.add(grace, campaign.id(), rita.person().toString(), CampaignRole.REVIEWER);

        assertThat(campaigns.requireReader(rita, campaign.id())).isEqualTo(campaign);
        assertThatThrownBy(() -> campaigns.requireExporter(rita, campaign.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> campaigns.requireExporter(stranger, campaign.id()))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void theOwnerNeedsNoMembership() {
        var campaign = campaigns.create(grace, asked("Any"));

        assertThat(campaigns.activate(olive, campaign.id()).state()).isEqualTo(CampaignState.ACTIVE);
        assertThat(campaigns.rounds(campaign.id())).hasSize(1);
    }

    @Test
    void everyGuidelineChangeIsAVersionOfItsOwn() {
        var campaign = campaigns.create(grace, asked("Versions"));

        campaign = campaigns.edit(grace, campaign.id(), guideline(campaign, "Be kinder."));
        campaign = campaigns.edit(grace, campaign.id(), guideline(campaign, "Be kinder."));

        assertThat(campaign.guidelineVersion()).isEqualTo(2);
        assertThat(campaigns.guidelines(campaign.id(), null, 9).rows())
                .extracting(Guideline::markdown)
                .containsExactly("Be kinder.", "Be kind.");
    }

    @Test
    void refusesAnEditOfAnOutdatedVersionAndSaysWhatToDo() {
        var opened = campaigns.create(grace, asked("Race"));
        var openedVersion = opened.version();
        campaigns.edit(olive, opened.id(), rename(opened, "Race won"));

        assertThatThrownBy(() -> campaigns.edit(
                        grace, opened.id(), new CampaignEdit(openedVersion, "Race lost", null, null, null, null, null)))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Load the page again");
    }

    @Test
    void closedIsForGood() {
        var campaign = campaigns.create(grace, asked("Over"));
        campaigns.close(grace, campaign.id());

        assertThatThrownBy(() -> campaigns.activate(grace, campaign.id())).isInstanceOf(CampaignClosed.class);
        assertThatThrownBy(() -> campaigns.edit(grace, campaign.id(), rename(campaign, "Again")))
                .isInstanceOf(CampaignClosed.class);
    }

    @Test
    void namesEveryFaultOfWhatWasAskedAtOnce() {
        assertThatThrownBy(() -> new NewCampaign(" ", Track.SAFETY, "", 0, 51, true, Set.of(), List.of()))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refusal -> assertThat(refusal.faults())
                                .extracting("field")
                                .containsExactly("name", "maxTurns", "guideline", "judgementsPerItem"));
    }

    @Test
    void namesTheVariantsThatDoNotExist() {
        var asked = new NewCampaign(
                "V", Track.SAFETY, "g", 1, 1, true, Set.of(), List.of(StarterModels.WARM, "llama-3000"));

        assertThatThrownBy(() -> campaigns.create(grace, asked))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("llama-3000");
    }

    @Test
    void keepsAtLeastOneLead() {
        var campaign = campaigns.create(grace, asked("Lead"));

        assertThatThrownBy(() -> members.remove(grace, campaign.id(), grace.person()))
                .isInstanceOf(Conflict.class);
        assertThatThrownBy(
                        () -> members.add(grace, campaign.id(), grace.person().toString(), CampaignRole.ANNOTATOR))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void listsPageByPageWithoutGapOrRepeat() {
        var made = List.of("a", "b", "c", "d", "e").stream()
                .map(name -> campaigns.create(stranger, asked(name)).id())
                .toList();

        var first = campaigns.visibleTo(stranger, null, 2);
        var second = campaigns.visibleTo(stranger, first.next(), 2);
        var third = campaigns.visibleTo(stranger, second.next(), 2);

        assertThat(third.next()).isNull();
        assertThat(List.of(first, second, third).stream()
                        .flatMap(page -> page.rows().stream())
                        .map(Campaign::id))
                .containsExactlyInAnyOrderElementsOf(made);
    }

    private static NotFound catchRefusal(Runnable verb) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(NotFound.class, verb::run);
    }

    private static NewCampaign asked(String name) {
        return new NewCampaign(
                name,
                Track.HELPFULNESS,
                "Be kind.",
                3,
                4,
                true,
                Set.of(Rating.HELPFULNESS),
                List.of(StarterModels.WARM, StarterModels.COOL));
    }

    private static CampaignEdit rename(Campaign campaign, String name) {
        return new CampaignEdit(campaign.version(), name, null, null, null, null, null);
    }

    private static CampaignEdit guideline(Campaign campaign, String markdown) {
        return new CampaignEdit(campaign.version(), null, markdown, null, null, null, null);
    }

    private Caller person(Role role) {
        return cast.stranger(role);
    }
}
