package dev.paddock.campaigns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.people.Audit;
import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What decides which pairs may judge a reward model is in the log of whoever changed it. */
@BackendTest
class AuditedEditsTest {

    @Autowired
    Campaigns campaigns;

    @Autowired
    Audit audit;

    @Autowired
    BeanFactory beans;

    Caller olive;
    Campaign campaign;

    @BeforeEach
    void oliveLeads() {
        olive = new Cast(beans).olive();
        campaign = campaigns.create(
                olive,
                new NewCampaign(
                        "Edits " + UUID.randomUUID(),
                        Track.HELPFULNESS,
                        "g",
                        1,
                        1,
                        false,
                        Set.of(),
                        List.of("starter-warm")));
    }

    private String edited(@Nullable Integer maxTurns, @Nullable Order order, @Nullable Integer share) {
        var now = campaigns.get(olive, campaign.id());
        campaigns.edit(
                olive,
                campaign.id(),
                new CampaignEdit(now.version(), null, null, maxTurns, null, null, null, order, share));
        var entry = audit.list(olive, null, 1).rows().getFirst();
        assertThat(entry.action()).isEqualTo("campaign-edited");
        assertThat(entry.subject()).isEqualTo(campaign.name());
        return entry.detail();
    }

    @Test
    void theEntryTellsOfAnotherOrderAndAnotherShare() {
        assertThat(edited(null, Order.UNCERTAINTY, 30))
                .isEqualTo("guideline 1; order uncertainty, was arrival; random share 30 %, was 20 %");
        assertThat(edited(null, null, 0)).isEqualTo("guideline 1; random share 0 %, was 30 %");
        assertThat(edited(null, Order.ARRIVAL, 0)).isEqualTo("guideline 1; order arrival, was uncertainty");
    }

    @Test
    void andOfNoneWhereTheyStayed() {
        assertThat(edited(3, null, null)).isEqualTo("guideline 1");
        assertThat(edited(2, Order.ARRIVAL, 20)).isEqualTo("guideline 1");
    }
}
