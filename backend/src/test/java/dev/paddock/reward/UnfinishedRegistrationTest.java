package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.OnInsert;
import dev.paddock.shared.Conflict;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Of a bundle that could not be registered no files stay: nobody could remove them. */
@Timeout(60)
class UnfinishedRegistrationTest extends DefaultWorld {

    @Autowired
    TransactionTemplate transactions;

    private void nothingStaysOf(String version) throws IOException {
        try (var files = Files.list(stable.vectors().resolveSibling(""))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.startsWith(Stable.OWN) && name.contains("-" + version + "-"));
        }
    }

    @Test
    void whereTheDatabaseDoesNotTakeIt() throws Exception {
        try (var _ = new OnInsert(jdbc, "reward_model", "raise exception 'no room';")) {
            assertThatThrownBy(() -> register("refused")).hasMessageContaining("no room");
        }

        nothingStaysOf("refused");
    }

    @Test
    void whereTheConnectionBreaks() throws Exception {
        try (var _ = new OnInsert(
                jdbc, "reward_model", "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1);")) {
            assertThatThrownBy(() -> register("broken")).isInstanceOf(RuntimeException.class);
        }

        nothingStaysOf("broken");
    }

    @Test
    void butTheyStayWhereSomebodyElseRegisteredItMeanwhile() throws Exception {
        var known = registry.find(register("known")).orElseThrow();
        jdbc.sql("delete from reward_model where name = ?").param(known.name()).update();
        var locked = new CountDownLatch(1);
        var other = Thread.ofPlatform()
                .start(() -> transactions.executeWithoutResult(_ -> {
                    registry.lock(known.kind());
                    locked.countDown();
                    awaitAnother();
                    registry.add(known);
                }));
        locked.await();

        assertThatThrownBy(() -> register("known")).isInstanceOf(Conflict.class);

        other.join();
        stable.open(known).close();
    }

    private void awaitAnother() {
        while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                        .query(Integer.class)
                        .single()
                == 0) {
            Thread.yield();
        }
    }
}
