package dev.paddock.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.TestDatabase;
import dev.paddock.samples.openai.Trouble;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TurnKeepingTest extends LiveWorld {

    @Autowired
    TurnKeeping keeping;

    @Autowired
    Leases leases;

    @Test
    void aTurnWhoseInstanceDiedIsDrawnAgain() {
        server.always(Trouble.MUTE);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        // As after kill -9: another owner, whose time is over.
        database.sql("update turn set owner = 'gone', owned_until = now() - interval '1 second' where id = ?")
                .param(turn.id())
                .update();
        server.always(Trouble.NONE);
        leases.renew();
        keeping.sweep();

        var ready = settled(turn);
        assertThat(ready.state()).isEqualTo(TurnState.READY);
        assertThat(ready.attempt()).isEqualTo(2);
        assertThat(samples.attempts(turn.id()))
                .filteredOn(sample -> sample.attempt() == 1)
                .extracting(Sample::state)
                .doesNotContain(SampleState.STARTED, SampleState.FINISHED);
    }

    @Test
    void whenNothingCanBePutOnRecordThePageIsNotLeftWaitingAndTheTurnIsDrawnAgain() throws Exception {
        var turn = conversations.request(opened().id(), "Hello there.");
        // Whatever is to become of it, the database refuses.
        refuseChangesOf(turn);
        var page = new Following();
        try (var following = live.follow(turn.id(), page, page::breakOff)) {
            waitFor(() -> runs.ids().isEmpty());
            database.sql("drop trigger outage on turn").update();
            assertThat(conversations.turn(turn.id()).state()).isEqualTo(TurnState.GENERATING);
            endLease(turn);
            keeping.sweep();
            waitFor(page::isOver);
        }

        assertThat(page.frames().getLast().state()).isEqualTo(TurnState.READY);
        assertThat(samples.attempts(turn.id()))
                .extracting(Sample::state)
                .containsOnly(SampleState.FAILED, SampleState.FINISHED);
    }

    @Test
    void aTurnThatRunsHereIsNotTakenOverHoweverLateItsLeaseIs() {
        server.always(Trouble.STALL);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        endLease(turn);
        keeping.sweep();

        assertThat(conversations.turn(turn.id()).attempt()).isEqualTo(1);
        conversations.cancel(turn.id());
    }

    @Test
    void aTurnDrawnAgainHereEndsTheRunBefore() {
        server.always(Trouble.STALL);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        server.always(Trouble.NONE);
        takeFromHere(turn);
        var takenOver = System.nanoTime();
        keeping.sweep();

        waitFor(() -> server.hungUp() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - takenOver))
                .as("at once, not when the server has been silent for too long")
                .isLessThan(Duration.ofSeconds(8));
        assertThat(settled(turn).state()).isEqualTo(TurnState.READY);
    }

    @Test
    void whatADeadProcessLeftBehindAfterACancelIsEnded() {
        server.always(Trouble.STALL);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        // A process that dies right after the cancel puts nothing on record any more.
        database.sql("alter table sample disable trigger sample_stays_on_record")
                .update();
        conversations.cancel(turn.id());
        waitFor(() -> !runs.ids().contains(turn.id()));
        database.sql("update sample set state = 'started', requested_at = now() - interval '1 hour' where turn_id = ?")
                .param(turn.id())
                .update();
        database.sql("alter table sample enable trigger sample_stays_on_record").update();
        keeping.sweep();

        assertThat(samples.attempts(turn.id())).extracting(Sample::state).containsOnly(SampleState.CANCELLED);
    }

    @Test
    void aLeaseIsRenewedHoweverLongAnotherJobIsHeldUp() throws Exception {
        server.always(Trouble.MUTE);
        var turn = conversations.request(opened().id(), "Hello there.");
        waitFor(() -> server.requests().size() == 2);
        try (var another = TestDatabase.dataSource().getConnection()) {
            another.setAutoCommit(false);
            // Let go by itself, should this test hang.
            another.createStatement().execute("set idle_in_transaction_session_timeout = '20s'");
            another.createStatement().execute("lock table sample in access exclusive mode");
            waitFor(this::aSweepIsHeldUp);
            var before = leaseEnd(turn);
            // By two renewals at least.
            waitFor(() -> leaseEnd(turn).isAfter(before.plusSeconds(3)));

            assertThat(aSweepIsHeldUp()).isTrue();
        }
        conversations.cancel(turn.id());
    }

    private boolean aSweepIsHeldUp() {
        return database.sql(
                                "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%from sample%'")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private OffsetDateTime leaseEnd(Turn turn) {
        return database.sql("select owned_until from turn where id = ?")
                .param(turn.id())
                .query((row, number) -> row.getObject(1, OffsetDateTime.class))
                .single();
    }

    private void refuseChangesOf(Turn turn) {
        database.sql("create or replace function outage() returns trigger language plpgsql as "
                        + "$$ begin raise exception 'the database is away'; end $$")
                .update();
        database.sql("create trigger outage before update of state on turn for each row when (old.id = '" + turn.id()
                        + "') execute function outage()")
                .update();
    }

    private void takeFromHere(Turn turn) {
        database.sql("update turn set owner = 'gone', owned_until = now() - interval '1 second' where id = ?")
                .param(turn.id())
                .update();
    }

    private void endLease(Turn turn) {
        database.sql("update turn set owned_until = now() - interval '1 second' where id = ?")
                .param(turn.id())
                .update();
    }
}
