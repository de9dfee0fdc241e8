package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@BackendTest
class UncertaintyAtOnceTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskRepository repository;

    @Autowired
    Beginnings beginnings;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    Takings takings;

    @BeforeEach
    void begin() {
        takings = new Takings(beans);
    }

    /** I1 with the order on, while gaps change, or come to be known, and slots are given back. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachPairGetsExactlyItsJudgementsByDifferentPeople(boolean scored) throws Exception {
        var campaign =
                new PreparedCampaign(beans, Track.HELPFULNESS, 3).withPairs(40).byUncertainty(30);
        var pairs = takings.pairs(campaign);
        if (scored) {
            pairs.forEach(pair -> takings.gap(pair, 1));
        }
        var people = IntStream.range(0, 16).mapToObj(_ -> campaign.annotator()).toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var work = people.stream()
                    .map(person -> threads.submit(() -> workThrough(person, campaign, pairs)))
                    .toList();
            for (var each : work) {
                each.get();
            }
        }

        var answers = database.sql(
                        "select count(*) answers, count(distinct person_id) people from task where campaign_id = ? and state = 'answered' group by item_id")
                .param(campaign.id())
                .query((row, _) -> List.of(row.getInt(1), row.getInt(2)))
                .list();
        assertThat(answers).hasSize(40).containsOnly(List.of(3, 3));
        assertThat(database.sql("select count(*) from task where campaign_id = ? and state in ('open', 'leased')")
                        .param(campaign.id())
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql(
                                "select count(*) from (select item_id from task where campaign_id = ? and state = 'answered' group by item_id having count(distinct chosen_by) > 1) mixed")
                        .param(campaign.id())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    /** While the gap is told, it holds the very slot that has to hear of the beginning. */
    @Test
    void aNewGapThatComesWhileAPairIsBegunTakesNoSlotOfItAway() throws Exception {
        var campaign =
                new PreparedCampaign(beans, Track.HELPFULNESS, 2).withPairs(2).byUncertainty(0);
        var begun = takings.pairs(campaign).getFirst();
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));
        takings.gap(begun, 0.5);
        var told = new CountDownLatch(1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var telling = transactions.execute(_ -> {
                var task = taken(campaign, campaign.annotator());
                var teller = threads.submit(() -> transactions.executeWithoutResult(_ -> {
                    takings.gap(begun, 5);
                    told.countDown();
                    LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
                }));
                assertThat(awaited(told)).isTrue();
                beginnings.begin(task);
                return teller;
            });
            Objects.requireNonNull(telling).get();
        }

        assertThat(takings.take(campaign.annotator(), campaign).pair()).isEqualTo(begun);
    }

    /** Each finds the other's slot locked, one by its gap and one where only what came first was left to look for. */
    @Test
    void ofTwoWhoBeginAPairAtOnceTheSecondIsChosenAsTheFirst() throws Exception {
        var campaign =
                new PreparedCampaign(beans, Track.HELPFULNESS, 2).withPairs(1).byUncertainty(0);
        takings.gap(takings.pairs(campaign).getFirst(), 1);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.executeWithoutResult(_ -> {
                var byGap = taken(campaign, campaign.annotator());
                await(threads.submit(() -> transactions.executeWithoutResult(_ -> byArrival(campaign))));
                beginnings.begin(byGap);
            });
        }

        assertThat(takings.chosenBy(campaign)).containsExactly("arrival", "arrival");
    }

    private void byArrival(PreparedCampaign campaign) {
        var person = campaign.annotator().person();
        var task = repository
                .firstOpen(campaign.id(), person, 0, true)
                .orElseThrow()
                .choose(ChosenBy.ARRIVAL);
        task.lease(person, Instant.now(), Instant.now().plusSeconds(60));
        beginnings.begin(task);
    }

    private static void await(Future<?> other) {
        try {
            other.get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private Task taken(PreparedCampaign campaign, Caller person) {
        var asked = campaign.campaigns().get(campaign.lead(), campaign.id());
        var task = new UncertaintySearch(repository, asked, person.person(), new Random(1))
                .first()
                .orElseThrow();
        task.lease(person.person(), Instant.now(), Instant.now().plusSeconds(60));
        return task;
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void workThrough(Caller person, PreparedCampaign campaign, List<UUID> pairs) {
        var random = new Random(person.person().hashCode());
        while (true) {
            switch (tasks.next(person, campaign.id())) {
                case Next.Leased it when random.nextInt(10) == 0 -> tasks.leave(person, it.task());
                case Next.Leased it -> takings.answered(takings.seen(it.task()));
                case Next.Nothing nothing -> {
                    if (nothing.reason() != EmptyQueue.WAITING_FOR_OTHERS) {
                        return;
                    }
                }
            }
            takings.gap(pairs.get(random.nextInt(pairs.size())), random.nextDouble());
        }
    }
}
