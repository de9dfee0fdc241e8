package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Pairs that the search by gap passes over, as others hold them just then. */
@BackendTest
class FoundLateTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    Tasks tasks;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    Takings takings;
    PreparedCampaign campaign;

    @BeforeEach
    void begin() {
        takings = new Takings(beans);
        campaign = new PreparedCampaign(beans, Track.HELPFULNESS, 1).withPairs(1);
    }

    private void whileAllAreLocked(Runnable other) {
        transactions.executeWithoutResult(_ -> {
            database.sql("select id from task where campaign_id = ? for update")
                    .param(campaign.id())
                    .query()
                    .listOfRows();
            try (var threads = Executors.newSingleThreadExecutor()) {
                threads.submit(other).get();
            } catch (InterruptedException | ExecutionException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Its slot was locked while the gap was told, so that only the pair itself knows of it. */
    @Test
    void onesWithAGapThatAreFoundByTheirPlaceAloneAreLeftOverAllTheSame() {
        campaign.byUncertainty(0);
        whileAllAreLocked(() -> takings.gap(takings.pairs(campaign).getFirst(), 1));

        assertThat(takings.take(campaign.annotator(), campaign).chosenBy()).isEqualTo("uncertainty");
    }

    @Test
    void onesThatAreSetAsideWereTakenWhateverTheirGap() {
        campaign.byUncertainty(100);
        whileAllAreLocked(() -> takings.gap(takings.pairs(campaign).getFirst(), 1));

        assertThat(takings.take(campaign.annotator(), campaign).chosenBy()).isEqualTo("random");
    }

    @Test
    void whoeverFindsThemLockedHasNotDoneTheirShare() {
        campaign.byUncertainty(0);
        var ada = campaign.annotator();

        whileAllAreLocked(() ->
                assertThat(tasks.next(ada, campaign.id())).isEqualTo(new Next.Nothing(EmptyQueue.WAITING_FOR_OTHERS)));
    }
}
