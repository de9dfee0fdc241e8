package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import dev.paddock.people.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The order by uncertainty while nobody knows any gap, or not all of them. */
@BackendTest
class UnscoredPairsTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    TaskRepository repository;

    @Autowired
    Gaps gaps;

    @Autowired
    TransactionTemplate transactions;

    Takings takings;
    PreparedCampaign campaign;
    Caller ada;

    @BeforeEach
    void begin() {
        takings = new Takings(beans);
        campaign =
                new PreparedCampaign(beans, Track.HELPFULNESS, 1).withPairs(200).byUncertainty(20);
        ada = campaign.annotator();
    }

    private List<Takings.Taken> taken(int count, RandomGenerator random) {
        var taken = new ArrayList<Takings.Taken>();
        for (var i = 0; i < count; i++) {
            taken.add(takings.seen(taken(random)));
        }
        return taken;
    }

    /** As {@link Tasks} does it, by draws that are the same in every run. */
    private UUID taken(RandomGenerator random) {
        return Objects.requireNonNull(transactions.execute(_ -> {
            var asked = campaign.campaigns().get(campaign.lead(), campaign.id());
            var found = new UncertaintySearch(repository, asked, ada.person(), random)
                    .first()
                    .or(() -> repository.firstOpen(campaign.id(), ada.person(), 0, true))
                    .orElseThrow()
                    .choose(ChosenBy.ARRIVAL);
            found.lease(ada.person(), Instant.now(), Instant.now().plusSeconds(60));
            found.end(TaskState.ANSWERED, EndCause.COMPLETED, "", Instant.now());
            return found.id();
        }));
    }

    private static List<Takings.Taken> chosenBy(String how, List<Takings.Taken> taken) {
        return taken.stream().filter(each -> how.equals(each.chosenBy())).toList();
    }

    @Test
    void theShareIsNotUsedUpBeforeAnythingIsScored() {
        var pairs = takings.pairs(campaign);
        var random = new Random(11);

        var unscored = taken(50, random);

        var byArrival = chosenBy("arrival", unscored);
        assertThat(byArrival).hasSizeBetween(34, 46).allMatch(each -> each.draw() >= 0.2);
        assertThat(byArrival.stream().map(each -> pairs.indexOf(each.pair()))).isSorted();
        assertThat(chosenBy("random", unscored))
                .hasSize(50 - byArrival.size())
                .extracting(Takings.Taken::draw)
                .isSorted()
                .allMatch(draw -> draw < 0.2);

        gaps.record(
                "m",
                IntStream.range(0, 200)
                        .mapToObj(i -> new Gaps.Gap(pairs.get(i), i))
                        .toList());

        var scored = taken(50, random);
        assertThat(chosenBy("uncertainty", scored)).hasSizeBetween(34, 46);
        assertThat(chosenBy("random", scored)).hasSizeBetween(4, 16);
    }

    @Test
    void onceAllOthersAreTakenTheShareIs() {
        RandomGenerator neverBelowTheShare = () -> -1L;

        var taken = taken(200, neverBelowTheShare);

        assertThat(taken).extracting(Takings.Taken::pair).doesNotHaveDuplicates();
        var byArrival = chosenBy("arrival", taken);
        assertThat(byArrival).isEqualTo(taken.subList(0, byArrival.size())).allMatch(each -> each.draw() >= 0.2);
        assertThat(taken.subList(byArrival.size(), 200))
                .isNotEmpty()
                .allMatch(each -> each.chosenBy().equals("random") && each.draw() < 0.2);
    }
}
