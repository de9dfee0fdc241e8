package dev.paddock.annotations;

import static dev.paddock.annotations.ImportedWorld.pair;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.LongFile;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.prompts.Format;
import dev.paddock.prompts.ImportReport;
import dev.paddock.shared.Conflict;
import dev.paddock.tasks.PreparedCampaign;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What changes between two batches of a file that is long on its way. */
@BackendTest
class ImportedMeanwhileTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    ImportedComparisons imports;

    @Autowired
    JdbcClient database;

    ImportedWorld world;

    @BeforeEach
    void campaign() {
        world = new ImportedWorld(beans, new PreparedCampaign(beans, Track.HELPFULNESS, 2));
    }

    @Test
    void aCampaignThatIsClosedTakesNoFurtherBatch() {
        var campaign = world.campaign;

        assertThatThrownBy(() ->
                        imported(campaign.lead(), () -> campaign.campaigns().close(campaign.lead(), campaign.id())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stay: 500")
                .hasMessageContaining("closed for good");

        assertThat(world.slots()).containsExactly("answered 500", "open 500");
    }

    @Test
    void whoeverLeadsNoLongerImportsNoFurtherBatch() {
        var mary = new Cast(beans).stranger(Role.LEAD);
        var members = beans.getBean(Members.class);
        var campaign = world.campaign;
        members.add(campaign.lead(), campaign.id(), mary.person().toString(), CampaignRole.LEAD);

        assertThatThrownBy(() -> imported(mary, () -> members.remove(campaign.lead(), campaign.id(), mary.person())))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("stay: 500")
                .hasMessageContaining("not yours to see");

        assertThat(world.comparisons()).hasSize(LongFile.FIRST_BATCH);
    }

    @Test
    void pairsThatComeAfterAChangeOfTheOrderAreBegunInIt() {
        assertThat(imported(world.campaign.lead(), () -> world.campaign.byUncertainty(0))
                        .accepted())
                .isEqualTo(LongFile.LINES);

        assertThat(database.sql("select count(*) from task where campaign_id = ? and state = 'open' and begun is null")
                        .param(world.campaign.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private ImportReport imported(Caller caller, Runnable meanwhile) {
        var file = LongFile.of(i -> pair("Question " + i, 0, "better"), meanwhile);
        return imports.importAll(caller, world.campaign.id(), file, Format.JSONL, null);
    }
}
