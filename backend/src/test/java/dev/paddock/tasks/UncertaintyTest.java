package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The order of a campaign's pairs by uncertainty. */
@BackendTest
class UncertaintyTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskRepository repository;

    @Autowired
    Gaps gaps;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Test
    void smallGapsComeFirstAndPairsWithoutOneLastByArrival() {
        var campaign = prepared(1).withPairs(5).byUncertainty(0);
        var pairs = pairs(campaign);
        gap(pairs.get(0), 0.9);
        gap(pairs.get(2), 0.1);
        gap(pairs.get(4), 0.5);

        var taken = takeAll(campaign.annotator(), campaign);

        assertThat(taken)
                .extracting(Taken::pair)
                .containsExactly(pairs.get(2), pairs.get(4), pairs.get(0), pairs.get(1), pairs.get(3));
        assertThat(taken)
                .extracting(Taken::chosenBy)
                .containsExactly("uncertainty", "uncertainty", "uncertainty", "arrival", "arrival");
    }

    @Test
    void withoutTheOrderGapsCountForNothing() {
        var campaign = prepared(1).withPairs(3);
        var pairs = pairs(campaign);
        gap(pairs.get(2), 0.1);

        var taken = takeAll(campaign.annotator(), campaign);

        assertThat(taken).extracting(Taken::pair).containsExactlyElementsOf(pairs);
        assertThat(taken).extracting(Taken::chosenBy).containsOnly("arrival");
    }

    @Test
    void theShareIsDrawnFromAllPairsWhateverTheirGap() {
        var campaign = prepared(1).withPairs(300).byUncertainty(20);
        var pairs = pairs(campaign);
        gaps.record(
                "m",
                IntStream.range(0, 300)
                        .mapToObj(i -> new Gaps.Gap(pairs.get(i), i))
                        .toList());
        var ada = campaign.annotator();
        var random = new Random(11);

        var taken = new ArrayList<Taken>();
        for (var i = 0; i < 200; i++) {
            taken.add(take(ada, campaign, random));
        }

        var atRandom =
                taken.stream().filter(each -> each.chosenBy().equals("random")).toList();
        assertThat(atRandom.size()).isBetween(28, 52);
        assertThat(atRandom).extracting(Taken::draw).isSorted().allMatch(draw -> draw < 0.2);
        var byGap = taken.stream()
                .filter(each -> each.chosenBy().equals("uncertainty"))
                .toList();
        assertThat(byGap).extracting(Taken::gap).isSorted();
        assertThat(byGap).extracting(Taken::draw).allMatch(draw -> draw >= 0.2);
    }

    @Test
    void aShareOfAHundredIsRandomOrderAlone() {
        var campaign = prepared(1).withPairs(6).byUncertainty(100);
        pairs(campaign).forEach(pair -> gap(pair, 1));

        var taken = takeAll(campaign.annotator(), campaign);

        assertThat(taken).hasSize(6).extracting(Taken::draw).isSorted();
        assertThat(taken).extracting(Taken::chosenBy).containsOnly("random");
    }

    @Test
    void whatIsBegunIsFinishedBeforeAnythingNewHoweverSmallItsGap() {
        var campaign = prepared(3).withPairs(2).byUncertainty(0);
        var begun = pairs(campaign).get(0);
        gap(begun, 0.5);
        take(campaign.annotator(), campaign);
        gap(pairs(campaign).get(1), 0.1);

        assertThat(take(campaign.annotator(), campaign).pair()).isEqualTo(begun);
        assertThat(take(campaign.annotator(), campaign).pair()).isEqualTo(begun);
        assertThat(take(campaign.annotator(), campaign).pair()).isNotEqualTo(begun);
    }

    @Test
    void aSlotGivenBackReachesEverybodyAgainThoughTheyAreFurtherOn() {
        var campaign = prepared(1).withPairs(3).byUncertainty(0);
        pairs(campaign).forEach(pair -> gap(pair, 1));
        var ada = campaign.annotator();
        var mary = campaign.annotator();
        var first = take(ada, campaign);
        answered(take(mary, campaign));

        tasks.skip(ada, first.task(), "not my subject");
        pairs(campaign).forEach(pair -> gap(pair, 0.1));
        gap(first.pair(), 5);

        var again = take(mary, campaign);
        assertThat(again.pair()).isEqualTo(first.pair());
        assertThat(again.chosenBy()).isEqualTo("uncertainty");
    }

    @Test
    void whatWasBegunInTheOrderOfArrivalIsFinishedFirstToo() {
        var campaign = prepared(2).withPairs(2);
        var begun = take(campaign.annotator(), campaign);
        var other = pairs(campaign).stream()
                .filter(pair -> !pair.equals(begun.pair()))
                .findFirst()
                .orElseThrow();
        gap(other, 0.1);
        gap(begun.pair(), 0.9);

        campaign.byUncertainty(0);

        var next = take(campaign.annotator(), campaign);
        assertThat(next.pair()).isEqualTo(begun.pair());
        assertThat(next.chosenBy()).isEqualTo("arrival");
    }

    @Test
    void aNewGapMovesWhatNobodyHasBegunAndNothingElse() {
        var campaign = prepared(2).withPairs(3).byUncertainty(0);
        var pairs = pairs(campaign);
        gap(pairs.get(0), 0.1);
        gap(pairs.get(1), 0.2);
        gap(pairs.get(2), 0.3);
        var begun = take(campaign.annotator(), campaign);

        gap(pairs.get(0), 5);
        gap(pairs.get(1), 6);

        var second = take(campaign.annotator(), campaign);
        assertThat(second.pair()).isEqualTo(begun.pair());
        assertThat(second.gap()).isEqualTo(0.1);
        assertThat(take(campaign.annotator(), campaign).pair()).isEqualTo(pairs.get(2));
    }

    /** I1 with the order on, while gaps change and slots are given back. */
    @Test
    void eachPairGetsExactlyItsJudgementsByDifferentPeople() throws Exception {
        var campaign = prepared(3).withPairs(40).byUncertainty(30);
        var pairs = pairs(campaign);
        pairs.forEach(pair -> gap(pair, 1));
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

    private void workThrough(Caller person, PreparedCampaign campaign, List<UUID> pairs) {
        var random = new Random(person.person().hashCode());
        while (true) {
            switch (tasks.next(person, campaign.id())) {
                case Next.Leased it when random.nextInt(10) == 0 -> tasks.leave(person, it.task());
                case Next.Leased it -> answered(seen(it.task()));
                case Next.Nothing nothing -> {
                    if (nothing.reason() != EmptyQueue.WAITING_FOR_OTHERS) {
                        return;
                    }
                }
            }
            gap(pairs.get(random.nextInt(pairs.size())), random.nextDouble());
        }
    }

    private record Taken(UUID task, UUID pair, String chosenBy, Double draw, Double gap) {}

    private PreparedCampaign prepared(int judgements) {
        return new PreparedCampaign(beans, Track.HELPFULNESS, judgements);
    }

    /** In the order of their arrival. */
    private List<UUID> pairs(PreparedCampaign campaign) {
        return database.sql(
                        "select i.conversation_id from item i join task t on t.item_id = i.id where i.campaign_id = ? group by i.id order by min(t.position)")
                .param(campaign.id())
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private void gap(UUID pair, double gap) {
        gaps.record("m", List.of(new Gaps.Gap(pair, gap)));
    }

    private Taken take(Caller person, PreparedCampaign campaign) {
        return seen(((Next.Leased) tasks.next(person, campaign.id())).task());
    }

    private List<Taken> takeAll(Caller person, PreparedCampaign campaign) {
        var taken = new ArrayList<Taken>();
        while (tasks.next(person, campaign.id()) instanceof Next.Leased it) {
            taken.add(seen(it.task()));
            answered(taken.getLast());
        }
        return taken;
    }

    /** As {@link Tasks} does it, by draws that are the same in every run. */
    private Taken take(Caller person, PreparedCampaign campaign, Random random) {
        var task = Objects.requireNonNull(transactions.execute(_ -> {
            Campaign asked = campaign.campaigns().get(campaign.lead(), campaign.id());
            var found = new UncertaintySearch(repository, asked, person.person(), random)
                    .first()
                    .orElseThrow();
            found.lease(person.person(), Instant.now(), Instant.now().plusSeconds(60));
            found.end(TaskState.ANSWERED, EndCause.COMPLETED, "", Instant.now());
            return found.id();
        }));
        return seen(task);
    }

    private Taken seen(UUID task) {
        return database.sql(
                        "select t.id, i.conversation_id, t.chosen_by, t.draw, t.gap from task t join item i on i.id = t.item_id where t.id = ?")
                .param(task)
                .query((row, _) -> new Taken(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getObject(4, Double.class),
                        row.getObject(5, Double.class)))
                .single();
    }

    private void answered(Taken taken) {
        database.sql(
                        "update task set state = 'answered', end_cause = 'completed', ended_at = now(), expires_at = null where id = ?")
                .param(taken.task())
                .update();
    }
}
