package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import dev.paddock.tasks.Takings.Taken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
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

    Takings takings;

    @BeforeEach
    void begin() {
        takings = new Takings(beans);
    }

    @Test
    void smallGapsComeFirstAndPairsWithoutOneLastByArrival() {
        var campaign = prepared(1).withPairs(5).byUncertainty(0);
        var pairs = takings.pairs(campaign);
        takings.gap(pairs.get(0), 0.9);
        takings.gap(pairs.get(2), 0.1);
        takings.gap(pairs.get(4), 0.5);

        var taken = takings.takeAll(campaign.annotator(), campaign);

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
        var pairs = takings.pairs(campaign);
        takings.gap(pairs.get(2), 0.1);

        var taken = takings.takeAll(campaign.annotator(), campaign);

        assertThat(taken).extracting(Taken::pair).containsExactlyElementsOf(pairs);
        assertThat(taken).extracting(Taken::chosenBy).containsOnly("arrival");
    }

    @Test
    void theShareIsDrawnFromAllPairsWhateverTheirGap() {
        var campaign = prepared(1).withPairs(300).byUncertainty(20);
        var pairs = takings.pairs(campaign);
        gaps.record(
                "m",
                IntStream.range(0, 300)
                        .mapToObj(i -> new Gaps.Gap(pairs.get(i), i))
                        .toList());
        var ada = campaign.annotator();
        var random = new Random(11);

        var taken = new ArrayList<Taken>();
        for (var i = 0; i < 200; i++) {
            taken.add(takeBy(ada, campaign, random));
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
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));

        var taken = takings.takeAll(campaign.annotator(), campaign);

        assertThat(taken).hasSize(6).extracting(Taken::draw).isSorted();
        assertThat(taken).extracting(Taken::chosenBy).containsOnly("random");
    }

    @Test
    void whatIsBegunIsFinishedBeforeAnythingNewHoweverSmallItsGap() {
        var campaign = prepared(3).withPairs(2).byUncertainty(0);
        var begun = takings.pairs(campaign).get(0);
        takings.gap(begun, 0.5);
        takings.take(campaign.annotator(), campaign);
        takings.gap(takings.pairs(campaign).get(1), 0.1);

        assertThat(takings.take(campaign.annotator(), campaign).pair()).isEqualTo(begun);
        assertThat(takings.take(campaign.annotator(), campaign).pair()).isEqualTo(begun);
        assertThat(takings.take(campaign.annotator(), campaign).pair()).isNotEqualTo(begun);
    }

    @Test
    void aSlotGivenBackReachesEverybodyAgainThoughTheyAreFurtherOn() {
        var campaign = prepared(1).withPairs(3).byUncertainty(0);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));
        var ada = campaign.annotator();
        var mary = campaign.annotator();
        var first = takings.take(ada, campaign);
        takings.answered(takings.take(mary, campaign));

        tasks.skip(ada, first.task(), "not my subject");
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 0.1));
        takings.gap(first.pair(), 5);

        var again = takings.take(mary, campaign);
        assertThat(again.pair()).isEqualTo(first.pair());
        assertThat(again.chosenBy()).isEqualTo("uncertainty");
    }

    @Test
    void whatWasBegunInTheOrderOfArrivalIsFinishedFirstToo() {
        var campaign = prepared(2).withPairs(2);
        var begun = takings.take(campaign.annotator(), campaign);
        var other = takings.pairs(campaign).stream()
                .filter(pair -> !pair.equals(begun.pair()))
                .findFirst()
                .orElseThrow();
        takings.gap(other, 0.1);
        takings.gap(begun.pair(), 0.9);

        campaign.byUncertainty(0);

        var next = takings.take(campaign.annotator(), campaign);
        assertThat(next.pair()).isEqualTo(begun.pair());
        assertThat(next.chosenBy()).isEqualTo("arrival");
    }

    @Test
    void aSlotGivenBackHasTheGapThatItsPairGotMeanwhile() {
        var campaign = prepared(1).withPairs(2);
        var ada = campaign.annotator();
        var first = takings.take(ada, campaign);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 0.9));
        takings.gap(first.pair(), 0.1);

        tasks.leave(ada, first.task());

        campaign.byUncertainty(0);
        assertThat(takings.take(campaign.annotator(), campaign).pair()).isEqualTo(first.pair());
    }

    @Test
    void whatTheGapsHaveLeftOverIsNotTakenForAFairSampleInAnotherOrder() {
        var campaign = prepared(1).withPairs(4).byUncertainty(0);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));
        var ada = campaign.annotator();
        takings.answered(takings.take(ada, campaign));

        campaign.byUncertainty(100);
        takings.answered(takings.take(ada, campaign));
        campaign.byArrival().withPairs(5);

        assertThat(takings.takeAll(ada, campaign))
                .extracting(Taken::chosenBy)
                .containsExactlyInAnyOrder("uncertainty", "uncertainty", "arrival");
    }

    @Test
    void anOrderThatNobodyHasWorkedInLeavesNothingOver() {
        var campaign = prepared(1).withPairs(2).byUncertainty(0);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));

        campaign.byArrival();

        assertThat(takings.takeAll(campaign.annotator(), campaign))
                .extracting(Taken::chosenBy)
                .containsExactly("arrival", "arrival");
    }

    @Test
    void aNewGapMovesWhatNobodyHasBegunAndNothingElse() {
        var campaign = prepared(2).withPairs(3).byUncertainty(0);
        var pairs = takings.pairs(campaign);
        takings.gap(pairs.get(0), 0.1);
        takings.gap(pairs.get(1), 0.2);
        takings.gap(pairs.get(2), 0.3);
        var begun = takings.take(campaign.annotator(), campaign);

        takings.gap(pairs.get(0), 5);
        takings.gap(pairs.get(1), 6);

        var second = takings.take(campaign.annotator(), campaign);
        assertThat(second.pair()).isEqualTo(begun.pair());
        assertThat(second.gap()).isEqualTo(0.1);
        assertThat(takings.take(campaign.annotator(), campaign).pair()).isEqualTo(pairs.get(2));
    }

    /** As {@link Tasks} does it, by draws that are the same in every run. */
    private Taken takeBy(Caller person, PreparedCampaign campaign, Random random) {
        var task = Objects.requireNonNull(transactions.execute(_ -> {
            Campaign asked = campaign.campaigns().get(campaign.lead(), campaign.id());
            var found = new UncertaintySearch(repository, asked, person.person(), random)
                    .first()
                    .orElseThrow();
            found.lease(person.person(), Instant.now(), Instant.now().plusSeconds(60));
            found.end(TaskState.ANSWERED, EndCause.COMPLETED, "", Instant.now());
            return found.id();
        }));
        return takings.seen(task);
    }

    private PreparedCampaign prepared(int judgements) {
        return new PreparedCampaign(beans, Track.HELPFULNESS, judgements);
    }
}
