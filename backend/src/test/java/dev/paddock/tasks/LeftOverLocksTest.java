package dev.paddock.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.campaigns.Track;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A change of the order locks pairs as imports and new gaps do: otherwise each could wait for the other. */
@BackendTest
class LeftOverLocksTest {

    @Autowired
    BeanFactory beans;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Test
    void waitsForTheFirstPairBeforeItLocksAnyOther() throws Exception {
        var takings = new Takings(beans);
        var campaign =
                new PreparedCampaign(beans, Track.HELPFULNESS, 1).withPairs(40).byUncertainty(0);
        takings.pairs(campaign).forEach(pair -> takings.gap(pair, 1));
        takings.answered(takings.take(campaign.annotator(), campaign));
        var first = database.sql("""
                        select id from item
                         where campaign_id = ? and not exists (select from task where item_id = item.id and state = 'answered')
                         order by id limit 1
                        """).param(campaign.id()).query(UUID.class).single();

        try (var threads = Executors.newSingleThreadExecutor()) {
            Future<?> reordering = Objects.requireNonNull(transactions.execute(_ -> {
                database.sql("select id from item where id = ? for no key update")
                        .param(first)
                        .query(UUID.class)
                        .single();
                var started = threads.submit(campaign::byArrival);
                LockSupport.parkNanos(Duration.ofMillis(700).toNanos());
                assertThat(started).isNotDone();
                assertThat(free(campaign)).isEqualTo(39);
                return started;
            }));
            reordering.get();
        }

        assertThat(database.sql("select count(*) from item where campaign_id = ? and left_over")
                        .param(campaign.id())
                        .query(Long.class)
                        .single())
                .isEqualTo(39);
    }

    /** How many of the others nobody has locked. */
    private int free(PreparedCampaign campaign) {
        return database.sql("select id from item where campaign_id = ? for no key update skip locked")
                        .param(campaign.id())
                        .query(UUID.class)
                        .list()
                        .size()
                - 1;
    }
}
