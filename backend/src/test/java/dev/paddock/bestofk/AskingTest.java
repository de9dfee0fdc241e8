package dev.paddock.bestofk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.bestofk.work.RunWorld;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotAllowed;
import dev.paddock.shared.NotFound;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AskingTest extends RunWorld {

    @Test
    void takesTheChosenPromptsOrTheFirstOnes() {
        assertThat(samples(done(chosen(List.of(second.id(), second.id()), null))))
                .hasSize(2)
                .extracting(RankedSample::prompt)
                .containsOnly(second.id());
        assertThat(samples(done(chosen(null, 1))))
                .extracting(RankedSample::prompt)
                .containsOnly(first.id());
        assertThatThrownBy(() -> runs.start(olive, chosen(List.of(UUID.randomUUID()), null)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not have");
    }

    @Test
    void givesTheBestOnesPageByPage() {
        var run = done(wish(3, 0.8, 1.0));

        var page = runs.samples(olive, run.id(), 1, null, 3);
        var next = runs.samples(olive, run.id(), 1, page.next(), 3);

        assertThat(page.rows()).hasSize(3).extracting(RankedSample::rank).containsOnly(1);
        assertThat(next.rows())
                .singleElement()
                .satisfies(last -> assertThat(last.prompt()).isEqualTo(second.id()));
        assertThat(next.next()).isNull();
    }

    @Test
    void refusesWhatDoesNotGo() {
        assertRefused(wish(0, 1.0), "k ");
        assertRefused(wish(101, 1.0), "k ");
        assertRefused(wish(2), "temperatures");
        assertRefused(wish(2, 2.1), "temperatures");
        assertRefused(wish(1, Double.NaN), "temperatures");
        assertRefused(wish(2, 0.0), "temperatures");
        assertRefused(chosen(List.of(), null), "prompts");
        assertRefused(chosen(null, 0), "limit");
        models.switchOff();
        assertRefused(wish(2, 1.0), "variant");
    }

    private void assertRefused(RunWish wish, String field) {
        assertThatThrownBy(() -> runs.start(olive, wish))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(field);
    }

    @Test
    void isForTheCampaignsStaffAlone() {
        var run = runs.start(olive, wish(2, 1.0));
        var cast = new Cast(context);
        var strangeLead = cast.stranger(Role.LEAD);
        var ada = cast.ada();
        var rita = cast.stranger(Role.REVIEWER);
        jdbc.sql(
                        "insert into campaign_member (campaign_id, person_id, role, added_at) values (?, ?, 'reviewer', now())")
                .params(campaign.id(), rita.person())
                .update();

        assertThat(runs.get(rita, run.id()).number()).isEqualTo(run.number());
        assertThat(runs.list(rita, null, 10).rows()).extracting(BestOfKRun::id).containsExactly(run.id());
        assertThatThrownBy(() -> runs.cancel(rita, run.id())).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> runs.start(rita, wish(2, 1.0))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> runs.get(strangeLead, run.id())).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.start(strangeLead, wish(2, 1.0))).isInstanceOf(NotFound.class);
        assertThat(runs.list(strangeLead, null, 10).rows()).isEmpty();
        assertThatThrownBy(() -> runs.start(ada, wish(2, 1.0))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> runs.list(ada, null, 10)).isInstanceOf(NotFound.class);
    }
}
