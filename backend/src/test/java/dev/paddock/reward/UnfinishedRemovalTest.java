package dev.paddock.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.paddock.BareModels;
import dev.paddock.people.Audit;
import dev.paddock.rewardmodel.Durable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A model whose removal came to nothing has its bundle, however it ended. */
class UnfinishedRemovalTest extends DefaultWorld {

    @Autowired
    Removals removals;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    Audit audit;

    @SuppressWarnings("NullAway.Init")
    private final String version = "other-" + Long.toHexString(System.nanoTime());

    RegisteredModel other;

    @SuppressWarnings("NullAway.Init")
    Path bundle;

    @BeforeEach
    void another() {
        other = registry.find(register(version)).orElseThrow();
        bundle = stable.path(other);
    }

    @AfterEach
    void commitAgain() {
        jdbc.sql("drop trigger if exists at_commit on reward_model").update();
        jdbc.sql("drop function if exists at_commit").update();
    }

    private void atCommit(String does) {
        jdbc.sql("create function at_commit() returns trigger language plpgsql as $$ begin " + does
                        + " return null; end $$")
                .update();
        jdbc.sql("create constraint trigger at_commit after update on reward_model deferrable initially deferred"
                        + " for each row execute function at_commit()")
                .update();
    }

    private Path killedOnTheWay() throws Exception {
        var draft = stable.draft();
        stable.takeAway(other, draft);
        assertThat(bundle).doesNotExist();
        return draft;
    }

    private void isWhole(ModelState state) throws Exception {
        assertThat(state(other.name())).isEqualTo(state);
        stable.open(registry.find(other.name()).orElseThrow()).close();
    }

    @Test
    void whereItsTransactionFailsAtTheEnd() throws Exception {
        var drafts = stable.drafts();
        atCommit("raise exception 'no room';");

        assertThatThrownBy(() -> removals.remove(grace, other.name())).hasStackTraceContaining("no room");

        isWhole(ModelState.CANDIDATE);
        assertThat(stable.drafts()).isEqualTo(drafts);
    }

    @Test
    void whereItsConnectionBreaksAtTheEnd() throws Exception {
        atCommit("perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(1);");

        assertThatThrownBy(() -> removals.remove(grace, other.name())).isInstanceOf(RuntimeException.class);

        isWhole(ModelState.CANDIDATE);
    }

    /** As where the memory is full just then. */
    @Test
    void whereAnErrorEndsIt() throws Exception {
        var ended = new AtomicBoolean();
        var failing = new TransactionTemplate(manager) {
            @Override
            public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
                return super.execute(status -> {
                    var result = action.doInTransaction(status);
                    if (ended.compareAndSet(false, true)) {
                        throw new LinkageError("no room");
                    }
                    return result;
                });
            }
        };

        assertThatThrownBy(() -> new Removals(registry, stable, audit, failing).remove(grace, other.name()))
                .isInstanceOf(LinkageError.class);

        isWhole(ModelState.CANDIDATE);
    }

    @Test
    void whereItsProcessWasKilled() throws Exception {
        var draft = killedOnTheWay();

        removals.sweep();

        isWhole(ModelState.CANDIDATE);
        assertThat(draft).doesNotExist();
    }

    @Test
    void andHasNoneWhereItsProcessWasKilledAfterTheEnd() throws Exception {
        var draft = killedOnTheWay();
        registry.move(other.name(), ModelState.REMOVED);

        removals.sweep();

        assertThat(bundle).doesNotExist();
        assertThat(draft).doesNotExist();
    }

    @Test
    void whereItCannotBePutBackItIsKeptUntilItCan() throws Exception {
        var draft = killedOnTheWay();
        Files.createFile(bundle);

        assertThatThrownBy(() -> removals.sweep()).isInstanceOf(IOException.class);
        assertThat(stable.holds(draft, other)).isTrue();

        Files.delete(bundle);
        removals.sweep();
        isWhole(ModelState.CANDIDATE);
    }

    @Test
    void andOnceItIsRegisteredAgainWhatIsLeftOfTheFormerFilesIsNotPutInItsWay() throws Exception {
        var draft = killedOnTheWay();
        registry.move(other.name(), ModelState.REMOVED);
        register(version);

        removals.sweep();

        isWhole(ModelState.CANDIDATE);
        Durable.delete(draft);
    }

    @Test
    void noPathIsTold() {
        var refused = new NotRemoved(new NoSuchFileException(bundle.toString()));

        assertThat(refused).hasMessageContaining("could not be removed here").hasMessageNotContaining("own-");
        assertThat(new NotKept(new NoSuchFileException(bundle.toString())))
                .hasMessageContaining("could not be kept here")
                .hasMessageNotContaining("own-");
    }

    @Test
    void ofAnOlderOneOfThoseThatPaddockBringsTheBundleGoes() throws Exception {
        var folder = "safety-of-former-days-0-0123456789ab";
        new BareModels(jdbc).register("safety", "older", "retired", folder, OffsetDateTime.now(ZoneOffset.UTC));
        var files = Files.createDirectories(bundle.resolveSibling(folder));

        removals.remove(grace, "older");

        assertThat(files).doesNotExist();
        assertThat(state("older")).isEqualTo(ModelState.REMOVED);
    }
}
