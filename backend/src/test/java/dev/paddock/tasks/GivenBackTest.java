package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import dev.paddock.tasks.Takings.Taken;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What a pair counts as chosen by that was taken in one order, given back, and taken in another. */
@BackendTest
class GivenBackTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    Takings takings;

    @BeforeEach
    void begin() {
        takings = new Takings(beans);
    }

    private PreparedCampaign twoPairs(int judgements) {
        return new PreparedCampaign(beans, Track.HELPFULNESS, judgements).withPairs(2);
    }

    private Taken takenAndGivenBack(PreparedCampaign campaign) {
        var ada = campaign.annotator();
        var taken = takings.take(ada, campaign);
        tasks.leave(ada, taken.task());
        return taken;
    }

    private Taken taken(PreparedCampaign campaign) {
        return takings.take(campaign.annotator(), campaign);
    }

    private UUID other(PreparedCampaign campaign, Taken taken) {
        return takings.pairs(campaign).stream()
                .filter(pair -> !pair.equals(taken.pair()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void oneThatIsTakenForItsGapThenWasNotTakenAsItCame() {
        var campaign = twoPairs(2);
        var former = takenAndGivenBack(campaign);
        assertThat(takenAndGivenBack(campaign).pair()).isEqualTo(former.pair());
        takings.gap(other(campaign, former), 0.9);
        takings.gap(former.pair(), 0.1);
        campaign.byUncertainty(0);

        var again = taken(campaign);
        var rest = taken(campaign);

        assertThat(again.pair()).isEqualTo(former.pair());
        assertThat(again.chosenBy()).isEqualTo("uncertainty");
        assertThat(rest.pair()).isEqualTo(former.pair());
        assertThat(rest.chosenBy()).isEqualTo("uncertainty");
    }

    @Test
    void oneThatIsDrawnThenWasDrawn() {
        var campaign = twoPairs(1);
        takenAndGivenBack(campaign);
        campaign.byUncertainty(100);

        assertThat(taken(campaign).chosenBy()).isEqualTo("random");
        assertThat(taken(campaign).chosenBy()).isEqualTo("random");
    }

    @Test
    void oneThatTheGapsHaveLeftOverIsLeftOverThoughItWasTakenOnceBefore() {
        var campaign = twoPairs(1);
        var former = takenAndGivenBack(campaign);
        takings.gap(former.pair(), 5);
        takings.gap(other(campaign, former), 0.1);
        campaign.byUncertainty(0);
        takings.answered(taken(campaign));
        campaign.byArrival();

        var again = taken(campaign);

        assertThat(again.pair()).isEqualTo(former.pair());
        assertThat(again.chosenBy()).isEqualTo("uncertainty");
    }

    @Test
    void oneThatOthersAreAtStaysChosenAsItWasAndIsFinishedFirst() {
        var campaign = twoPairs(2);
        var ada = campaign.annotator();
        var adas = takings.take(ada, campaign);
        var marys = taken(campaign);
        assertThat(marys.pair()).isEqualTo(adas.pair());
        takings.answered(marys);
        takings.gap(adas.pair(), 5);
        takings.gap(other(campaign, adas), 0.1);
        campaign.byUncertainty(0);

        tasks.leave(ada, adas.task());

        var again = taken(campaign);
        assertThat(again.pair()).isEqualTo(adas.pair());
        assertThat(again.chosenBy()).isEqualTo("arrival");
    }

    @Test
    void oneThatWasBegunWithoutAGapIsNotLeftOverByOnesThatCameLater() {
        var campaign = twoPairs(1);
        var pairs = takings.pairs(campaign);
        takings.gap(pairs.get(1), 0.1);
        campaign.byUncertainty(0);
        takings.answered(taken(campaign));
        var former = takenAndGivenBack(campaign);
        takings.gap(former.pair(), 5);
        campaign.byArrival();

        var again = taken(campaign);

        assertThat(again.pair()).isEqualTo(former.pair());
        assertThat(again.chosenBy()).isEqualTo("arrival");
    }
}
