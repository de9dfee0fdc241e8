package dev.paddock.people;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.BackendTest;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two transactions on one person: what one of them changed is not written back as the other had read it. */
@BackendTest
@Timeout(30)
class PeopleAtOnceTest {

    @Autowired
    ApplicationContext context;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient sql;

    Cast cast;

    @BeforeEach
    void enter() {
        cast = new Cast(context);
    }

    @Test
    void whoRenamesThemselvesStaysDisabled() throws Exception {
        var mallory = cast.stranger(Role.LEAD);

        whileRenaming(mallory, olive -> people.disable(olive, mallory.person()));

        assertThat(people.get(cast.olive(), mallory.person()).disabled()).isTrue();
    }

    @Test
    void whoRenamesThemselvesKeepsTheNewRole() throws Exception {
        var mallory = cast.stranger(Role.LEAD);

        whileRenaming(mallory, olive -> people.changeRole(olive, mallory.person(), Role.ANNOTATOR));

        assertThat(people.get(cast.olive(), mallory.person()).role()).isEqualTo(Role.ANNOTATOR);
    }

    /** The person has read their row to rename themselves and has not written it yet when the owner acts. */
    private void whileRenaming(Caller person, Consumer<Caller> verb) throws Exception {
        var olive = cast.olive();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var acting = transaction.execute(_ -> {
                people.rename(person, "Mallory");
                var owner = threads.submit(() -> verb.accept(olive));
                awaitDoneOrWaiting(owner::isDone);
                return owner;
            });
            acting.get(10, SECONDS);
        }
        assertThat(people.get(olive, person.person()).name()).isEqualTo("Mallory");
    }

    private interface Condition {
        boolean holds();
    }

    /** The owner is through, or waits for the row. */
    private void awaitDoneOrWaiting(Condition done) {
        while (!done.holds() && !waiting()) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private boolean waiting() {
        return sql.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }
}
