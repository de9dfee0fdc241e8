package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.annotations.Degree;
import dev.paddock.annotations.ImportedComparisons;
import dev.paddock.campaigns.Track;
import dev.paddock.prompts.Format;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** What imported judgements mean for the order of what is left to do, and for whom it measures. */
@BackendTest
class ImportedOrderTest {

    private static final String PAIR = "{\"prompt\":\"Question %d\",\"chosen\":\"One.\",\"rejected\":\"Another.\"}";
    private static final String BY_GAP = PAIR.replace("}", ",\"impartial\":false}");

    @Autowired
    BeanFactory beans;

    Takings takings;

    @BeforeEach
    void takings() {
        takings = new Takings(beans);
    }

    @Test
    void aPairWithAnImportedJudgementIsBegunAndGoesFirst() {
        var campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 2)
                .byUncertainty(0)
                .withPairs(2);
        imported(campaign, PAIR.formatted(1));
        var imported = takings.answeredPair(campaign);
        takings.pairs(campaign).stream()
                .filter(pair -> !pair.equals(imported))
                .forEach(pair -> takings.gap(pair, 0.01));

        var taken = takings.take(campaign.annotator(), campaign);

        assertThat(taken.pair()).isEqualTo(imported);
        assertThat(taken.chosenBy()).isEqualTo("arrival");
    }

    @Test
    void whatWasTakenForItsGapElsewhereMeasuresNoModelHereEither() {
        for (var campaign : new PreparedCampaign[] {
            new PreparedCampaign(beans, Track.HELPFULNESS, 2),
            new PreparedCampaign(beans, Track.HELPFULNESS, 2).byUncertainty(50)
        }) {
            imported(campaign, BY_GAP.formatted(1));

            assertThat(takings.take(campaign.annotator(), campaign).chosenBy()).isEqualTo("uncertainty");
            assertThat(takings.chosenBy(campaign)).containsExactly("uncertainty", "uncertainty");
        }
    }

    @Test
    void whatWasSaidOfAPairBeforeStaysWhatItWas() {
        var campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 3).withPairs(1);
        var ada = campaign.annotator();
        takings.answered(takings.take(ada, campaign));

        imported(campaign, BY_GAP.formatted(0));

        assertThat(takings.take(campaign.annotator(), campaign).chosenBy()).isEqualTo("arrival");
        assertThat(takings.chosenBy(campaign)).containsExactlyInAnyOrder("arrival", "uncertainty", "arrival");
    }

    @Test
    void anImportLeadsItsSenderPastNothingThatOthersHaveBegun() {
        var campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 2)
                .byUncertainty(0)
                .withPairs(2);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 0.1));
        var begun = takings.take(campaign.annotator(), campaign);

        imported(campaign, pairs(100, (int) UncertaintySearch.LOOKED_AT_AGAIN + 1));

        assertThat(takings.take(campaign.lead(), campaign).pair()).isEqualTo(begun.pair());
    }

    @Test
    void anImportLeadsItsSenderPastNothingThatCameBeforeIt() {
        var campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 1).withPairs(1);
        var oldest = takings.pairs(campaign).getFirst();
        imported(campaign, PAIR.formatted(100));
        campaign.withPairs(2);

        assertThat(takings.take(campaign.lead(), campaign).pair()).isEqualTo(oldest);
    }

    private static String[] pairs(int first, int count) {
        return IntStream.range(first, first + count).mapToObj(PAIR::formatted).toArray(String[]::new);
    }

    private void imported(PreparedCampaign campaign, String... lines) {
        var file = new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        var report = beans.getBean(ImportedComparisons.class)
                .importAll(campaign.lead(), campaign.id(), file, Format.JSONL, Degree.BETTER);
        assertThat(report.accepted()).isEqualTo(lines.length);
    }
}
