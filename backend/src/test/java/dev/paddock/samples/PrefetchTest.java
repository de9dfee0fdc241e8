package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.TestDatabase;
import dev.paddock.models.Models;
import dev.paddock.samples.openai.Trouble;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class PrefetchTest extends LiveWorld {

    @Autowired
    TurnLog log;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aFirstTurnDrawnAheadIsTakenOverOnce() {
        var prompt = models.prompt(campaign.id(), "Tell me about the hill.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> readyAhead(prompt.id()) == 1);
        prefetch.want(campaign.id(), List.of(prompt.id()));

        var claimed = conversations
                .claimPrefetched(campaign.id(), prompt.id(), models.olive().person())
                .orElseThrow();
        assertThat(claimed.holderId()).isEqualTo(models.olive().person());
        assertThat(conversations.lastTurn(claimed.id()).orElseThrow().state()).isEqualTo(TurnState.READY);
        assertThat(conversations.claimPrefetched(
                        campaign.id(), prompt.id(), models.olive().person()))
                .isEmpty();
    }

    @Test
    void whatWasDrawnAheadIsVoidOnceAVariantChanges() {
        var prompt = models.prompt(campaign.id(), "Tell me about the river.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> readyAhead(prompt.id()) == 1);
        context.getBean(Models.class)
                .enable(models.olive(), models.variants().getFirst().id(), false);

        assertThat(conversations.claimPrefetched(
                        campaign.id(), prompt.id(), models.olive().person()))
                .isEmpty();
    }

    @Test
    void whatAPersonWaitsForGoesBeforeWhatIsDrawnAhead() {
        models = LiveModels.at(context, server.base(), 2, 2);
        campaign = models.campaign();
        server.next(Trouble.STALL, Trouble.STALL);
        var prompt = models.prompt(campaign.id(), "Tell me about the gate.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> server.requests().size() == 2);

        var turn = settled(conversations.request(opened().id(), "I am waiting."));
        assertThat(turn.state()).isEqualTo(TurnState.READY);
        waitFor(() -> server.hungUp() == 2);
    }

    @Test
    void whatWasDrawnAheadIsVoidOnceTheCampaignDrawsFromOthers() {
        var prompt = models.prompt(campaign.id(), "Tell me about the bridge.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> readyAhead(prompt.id()) == 1);
        models.addVariant(0.5, 1.0, 1024);
        models.addVariant(0.5, 1.0, 1024);
        database.sql("delete from campaign_variant where campaign_id = ?")
                .param(campaign.id())
                .update();
        for (var other : models.variants().subList(2, 4)) {
            database.sql("insert into campaign_variant (campaign_id, variant_id) values (?, ?)")
                    .params(campaign.id(), other.id())
                    .update();
        }

        assertThat(conversations.claimPrefetched(
                        campaign.id(), prompt.id(), models.olive().person()))
                .isEmpty();
    }

    @Test
    void thereIsOneAheadForEachPersonWhoMayStillAsk() {
        database.sql("update campaign set judgements_per_item = 3 where id = ?")
                .param(campaign.id())
                .update();
        var prompt = models.prompt(campaign.id(), "Tell me about the weir.");
        conversations.open(campaign.id(), prompt, models.olive().person());
        for (var wanted : List.of(1, 2, 2)) {
            prefetch.want(campaign.id(), List.of(prompt.id()));
            waitFor(() -> readyAhead(prompt.id()) == wanted);
        }
        prefetch.want(campaign.id(), List.of(prompt.id()));

        waitFor(() -> server.requests().size() >= 4 && runs.ids().isEmpty());
        assertThat(readyAhead(prompt.id())).isEqualTo(2);
    }

    @Test
    void whatAPersonTakesOverAtTheLastMomentDoesNotGiveWay() throws Exception {
        server.always(Trouble.STALL);
        var prompt = models.prompt(campaign.id(), "Tell me about the barn.");
        prefetch.want(campaign.id(), List.of(prompt.id()));
        waitFor(() -> server.requests().size() == 2);
        var givingWay = new AtomicReference<Thread>();
        var claimed = transactions.execute(status -> {
            var taken = conversations
                    .claimPrefetched(campaign.id(), prompt.id(), models.olive().person())
                    .orElseThrow();
            var turn = conversations.lastTurn(taken.id()).orElseThrow().id();
            givingWay.set(Thread.ofVirtual().start(() -> log.giveWay(turn)));
            waitFor(() -> isAwaited(turn));
            return turn;
        });
        givingWay.get().join();

        assertThat(conversations.turn(claimed).state()).isEqualTo(TurnState.GENERATING);
        conversations.cancel(claimed);
    }

    /** Whether somebody waits for this turn's row; asked on another connection than the one that holds it. */
    private boolean isAwaited(UUID turn) {
        try (var connection = TestDatabase.dataSource().getConnection();
                var rows = connection
                        .createStatement()
                        .executeQuery("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")) {
            return rows.next() && rows.getInt(1) > 0;
        } catch (SQLException e) {
            throw new AssertionError(turn + " cannot be watched", e);
        }
    }
}
