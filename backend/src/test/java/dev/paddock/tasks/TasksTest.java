package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@BackendTest
class TasksTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    @Autowired
    Expiry expiry;

    @Autowired
    Drafts drafts;

    @Autowired
    JdbcClient database;

    @Test
    void whoHasATaskGetsItAgainWithItsTimeRenewed() {
        var campaign = prepared(1).withPairs(2);
        var ada = campaign.annotator();
        var first = lease(ada, campaign);
        age(first, 5);

        assertThat(lease(ada, campaign)).isEqualTo(first);
        assertThat(secondsLeft(first)).isGreaterThan(60);
    }

    @Test
    void aDoubleClickLeasesOneTask() throws Exception {
        for (var round = 0; round < 10; round++) {
            var campaign = prepared(1).withPairs(8);
            var ada = campaign.annotator();

            var leased = atOnce(8, () -> lease(ada, campaign));

            assertThat(leased).containsOnly(leased.getFirst());
        }
    }

    @Test
    void nobodyGetsAnItemTwiceNorMorePeopleThanItWants() {
        var campaign = prepared(2).withPairs(1);
        var people = List.of(campaign.annotator(), campaign.annotator(), campaign.annotator());
        lease(people.get(0), campaign);
        lease(people.get(1), campaign);

        assertThat(nothing(people.get(2), campaign)).isEqualTo(EmptyQueue.WAITING_FOR_OTHERS);
    }

    @Test
    void aSkippedItemGoesToSomebodyElseAndNeverComesBack() {
        var campaign = prepared(1).withPairs(1);
        var ada = campaign.annotator();
        var mary = campaign.annotator();
        tasks.skip(ada, lease(ada, campaign), "not my subject");

        assertThat(nothing(ada, campaign)).isEqualTo(EmptyQueue.YOUR_SHARE_DONE);
        assertThat(tasks.next(mary, campaign.id())).isInstanceOf(Next.Leased.class);
    }

    @Test
    void aSkipWantsAReason() {
        var campaign = prepared(1).withPairs(1);
        var ada = campaign.annotator();
        var task = lease(ada, campaign);

        assertThatThrownBy(() -> tasks.skip(ada, task, " \n ")).isInstanceOf(InvalidInput.class);
        assertThat(lease(ada, campaign)).isEqualTo(task);
    }

    @Test
    void aLeaseWhoseTimeRanOutOpensItsSlotAndRefusesItsFormerHolder() {
        var campaign = prepared(1).withPairs(1);
        var ada = campaign.annotator();
        var mary = campaign.annotator();
        var task = lease(ada, campaign);
        age(task, -1);
        expiry.takeBackOverdue();

        assertThatThrownBy(() -> tasks.renew(ada, task)).isInstanceOf(LeaseLost.class);
        assertThat(lease(mary, campaign)).isNotEqualTo(task);
    }

    @Test
    void anEmptyQueueTakesBackWhatIsOverdueAtOnce() {
        var campaign = prepared(1).withPairs(1);
        age(lease(campaign.annotator(), campaign), -1);

        assertThat(tasks.next(campaign.annotator(), campaign.id())).isInstanceOf(Next.Leased.class);
    }

    @Test
    void aLeaseThatNobodyHasTakenBackYetStillCounts() {
        var campaign = prepared(1).withPairs(1);
        var ada = campaign.annotator();
        var task = lease(ada, campaign);
        age(task, -1);

        tasks.renew(ada, task);

        assertThat(secondsLeft(task)).isGreaterThan(60);
    }

    @Test
    void aKeptDraftRenewsTheLease() {
        var campaign = prepared(1).withPairs(1);
        var ada = campaign.annotator();
        var task = lease(ada, campaign);
        age(task, -1);

        drafts.keep(ada, task, "{\"note\":\"half a sen\"}");

        assertThat(secondsLeft(task)).isGreaterThan(60);
    }

    @Test
    void anotherPersonsTaskIsNoTask() {
        var campaign = prepared(2).withPairs(1);
        var task = lease(campaign.annotator(), campaign);
        var mary = campaign.annotator();

        assertThatThrownBy(() -> tasks.renew(mary, task)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tasks.flag(campaign.lead(), task, "r")).isInstanceOf(NotFound.class);
    }

    @Test
    void anEmptyQueueSaysWhy() {
        var campaign = prepared(1);
        var ada = campaign.annotator();
        assertThat(nothing(ada, campaign)).isEqualTo(EmptyQueue.NOTHING_IMPORTED);

        campaign.campaigns().pause(campaign.lead(), campaign.id());
        assertThat(nothing(ada, campaign)).isEqualTo(EmptyQueue.PAUSED);

        campaign.campaigns().close(campaign.lead(), campaign.id());
        assertThat(nothing(ada, campaign)).isEqualTo(EmptyQueue.CLOSED);
    }

    private PreparedCampaign prepared(int judgements) {
        return new PreparedCampaign(beans, Track.HELPFULNESS, judgements);
    }

    private UUID lease(Caller person, PreparedCampaign campaign) {
        return ((Next.Leased) tasks.next(person, campaign.id())).task();
    }

    private EmptyQueue nothing(Caller person, PreparedCampaign campaign) {
        return ((Next.Nothing) tasks.next(person, campaign.id())).reason();
    }

    /** As if the lease ended so many minutes from now. */
    private void age(UUID task, int minutes) {
        database.sql("update task set expires_at = now() + make_interval(mins => ?) where id = ?")
                .params(minutes, task)
                .update();
    }

    private double secondsLeft(UUID task) {
        return database.sql("select extract(epoch from expires_at - now()) from task where id = ?")
                .param(task)
                .query(Double.class)
                .single();
    }

    private static <T> List<T> atOnce(int callers, Callable<T> call) throws Exception {
        var barrier = new CyclicBarrier(callers);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var calls = new ArrayList<Future<T>>();
            for (var caller = 0; caller < callers; caller++) {
                calls.add(threads.submit(() -> {
                    barrier.await();
                    return call.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var each : calls) {
                results.add(each.get());
            }
            return results;
        }
    }
}
