package dev.paddock.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ReadAheadTest {

    Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = TestDatabase.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void handsOverEveryRowInOrderOnTheThreadThatAskedForThem() throws SQLException {
        for (var rows : new int[] {0, 1, 250, 2345}) {
            var taken = new ArrayList<Integer>();
            var threads = new HashSet<Thread>();

            read("select n from generate_series(1, " + rows + ") n", n -> {
                taken.add(n);
                threads.add(Thread.currentThread());
            });

            assertThat(taken).isEqualTo(IntStream.rangeClosed(1, rows).boxed().toList());
            assertThat(threads).isSubsetOf(Thread.currentThread());
        }
    }

    @Test
    void aFailureInReadingComesOutWhereTheRowsAreTaken() {
        var taken = new ArrayList<Integer>();

        assertThatThrownBy(() -> read("select 1 / (1500 - n) from generate_series(1, 9000) n", taken::add))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("division by zero");

        assertThat(taken).isNotEmpty();
    }

    @Test
    void aFailureInTakingEndsTheReaderAndLeavesTheConnectionSound() throws SQLException {
        assertThatThrownBy(() -> read("select n from generate_series(1, 100000) n", n -> {
                    if (n == 300) {
                        throw new IllegalStateException("hung up");
                    }
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("hung up");

        var taken = new ArrayList<Integer>();
        read("select 7", taken::add);
        assertThat(taken).containsExactly(7);
    }

    @Test
    void neverReadsFurtherAheadThanAFewBatches() throws SQLException {
        var read = new AtomicInteger();
        var taken = new AtomicInteger();
        var furthest = new AtomicInteger();

        try (var statement = connection.createStatement()) {
            statement.setFetchSize(500);
            var rows = statement.executeQuery("select n from generate_series(1, 20000) n");
            new ReadAhead<>(rows, row -> {
                        read.incrementAndGet();
                        return row.getInt(1);
                    })
                    .forEach(_ -> {
                        if (taken.getAndIncrement() % 100 == 0) {
                            pause();
                        }
                        furthest.accumulateAndGet(read.get() - taken.get(), Math::max);
                    });
        }

        assertThat(furthest).hasValueBetween(250, 5 * 250);
        assertThat(taken).hasValue(20000);
    }

    private void read(String sql, Consumer<Integer> taker) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(500);
            new ReadAhead<>(statement.executeQuery(sql), row -> row.getInt(1)).forEach(taker);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(2);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
