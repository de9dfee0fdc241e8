package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.samples.openai.Trouble;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

class FollowersTest extends LiveWorld {

    @Autowired
    TurnKeeping keeping;

    @Autowired
    Leases leases;

    /** Slow enough to read along, the shortest answer of 13 words for longer than a look into the database takes to come round. */
    @Override
    Duration pace() {
        return Duration.ofMillis(60);
    }

    @Test
    void aFollowerHearsBothSidesGrowAndThenTheState() throws Exception {
        var page = new Following();
        var turn = conversations.request(opened().id(), "Tell me about the herd.");
        try (var following = live.follow(turn.id(), page, page::breakOff)) {
            waitFor(page::isOver);
        }

        var ready = conversations.turn(turn.id());
        assertThat(page.frames().getFirst().pieces()).containsOnlyKeys(Slot.A, Slot.B);
        assertThat(page.frames().getFirst().pieces().values()).allMatch(LiveFrame.Piece::replaces);
        assertThat(page.frames().getLast().state()).isEqualTo(TurnState.READY);
        assertThat(page.text(Slot.A)).isEqualTo(pairOf(ready).get(0).text());
        assertThat(page.text(Slot.B)).isEqualTo(pairOf(ready).get(1).text());
        assertThat(page.frames().size()).isGreaterThan(3);
    }

    @Test
    void whoComesLateHearsTheEndAtOnce() throws Exception {
        var turn = settled(conversations.request(opened().id(), "Hello there."));
        var page = new Following();
        try (var following = live.follow(turn.id(), page, page::breakOff)) {
            waitFor(page::isOver);
        }

        assertThat(page.text(Slot.B)).isEqualTo(pairOf(turn).get(1).text());
    }

    @Test
    void aTurnLostHereAndTakenOverIsHeardToItsEndByTheSamePage() throws Exception {
        server.always(Trouble.STALL);
        var turn = conversations.request(opened().id(), "Hello there.");
        var page = new Following();
        try (var following = live.follow(turn.id(), page, page::breakOff)) {
            waitFor(() -> server.requests().size() == 2 && !page.text(Slot.A).isEmpty());
            // As when this process was held up for longer than its lease.
            database.sql("update turn set owner = 'another', owned_until = now() + interval '1 hour' where id = ?")
                    .param(turn.id())
                    .update();
            leases.renew();
            waitFor(() -> !runs.ids().contains(turn.id()));
            waitFor(() -> page.text(Slot.A).isEmpty());
            assertThat(page.isOver()).isFalse();

            server.always(Trouble.NONE);
            database.sql("update turn set owned_until = now() - interval '1 second' where id = ?")
                    .param(turn.id())
                    .update();
            keeping.sweep();
            waitFor(page::isOver);
        }

        assertThat(page.frames().getLast().state()).isEqualTo(TurnState.READY);
        assertThat(page.text(Slot.A))
                .isEqualTo(pairOf(conversations.turn(turn.id())).getFirst().text());
        assertThat(page.grew())
                .as("its text was streamed, not only shown when complete")
                .isTrue();
    }

    @Test
    void aPageIsToldToConnectAgainWhenTheDatabaseIsAway() {
        var page = new Following();
        var follower = new Follower(
                () -> null,
                () -> {
                    throw new DataAccessResourceFailureException("no connection");
                },
                page,
                page::breakOff);
        follower.run();

        assertThat(page.isBrokenOff()).isTrue();
    }
}
