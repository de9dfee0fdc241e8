package dev.paddock.annotations;

import static dev.paddock.annotations.ImportedWorld.PAIR;
import static dev.paddock.annotations.ImportedWorld.pair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.CampaignRole;
import dev.paddock.campaigns.Members;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.prompts.ImportReport;
import dev.paddock.prompts.RefusedLine;
import dev.paddock.tasks.PreparedCampaign;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told of a line whose pair an earlier line of the same file has. */
@BackendTest
class RepeatedLinesTest {

    @Autowired
    BeanFactory beans;

    @Test
    void whatIsRefusedOnceIsNotHereAlready() {
        var world = new ImportedWorld(beans, new PreparedCampaign(beans, Track.HELPFULNESS, 1));
        var campaign = world.campaign;
        world.imported(PAIR);
        var mary = new Cast(beans).stranger(Role.LEAD);
        beans.getBean(Members.class)
                .add(campaign.lead(), campaign.id(), mary.person().toString(), CampaignRole.LEAD);

        var report = world.imported(mary, null, PAIR, PAIR, pair("Why is the sea salty?", 1, "better"));

        assertThat(report).returns(0, ImportReport::accepted).returns(0, ImportReport::duplicates);
        assertThat(report.refused()).extracting(RefusedLine::line).containsExactly(1L, 2L, 3L);
        assertThat(report.refused()).extracting(RefusedLine::reason).allMatch(reason -> reason.contains("all given"));
    }
}
