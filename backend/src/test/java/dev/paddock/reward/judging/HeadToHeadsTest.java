package dev.paddock.reward.judging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.PlatformTransactionManager;

@BackendTest
class HeadToHeadsTest {

    @Autowired
    PlatformTransactionManager transactions;

    /** As where the database does not get through so many in its time. */
    static class Slow extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            throw new SQLTimeoutException("canceling statement due to statement timeout");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }

    @Test
    void whoOnlyLooksIsNotTurnedAwayWhereTheComparisonsCannotBeRead() {
        var slow = new HeadToHeads(new ScoredComparisons(new Slow(), transactions));

        assertThat(slow.glance("candidate", "serves", ModelKind.SAFETY)).isEmpty();
    }
}
