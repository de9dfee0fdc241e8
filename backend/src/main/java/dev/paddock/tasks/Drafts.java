package dev.paddock.tasks;

import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a person has written or picked and not yet sent. Kept beyond the lease: nobody loses text to a clock. */
@Service
@Transactional
public class Drafts {

    private static final int LONGEST = 100_000;

    private final TaskViews views;
    private final Holding holding;
    private final JdbcClient jdbc;
    private final Clock clock;

    Drafts(TaskViews views, Holding holding, JdbcClient jdbc, Clock clock) {
        this.views = views;
        this.holding = holding;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param content a JSON object; its fields are the form's own */
    public Instant keep(Caller caller, UUID taskId, String content) {
        caller.require(Scope.ANNOTATE);
        if (content.length() > LONGEST) {
            throw new DraftTooLong();
        }
        DraftCheck.require(content);
        atWork(caller, taskId);
        var now = clock.instant();
        jdbc.sql("""
                        insert into draft (task_id, person_id, content, updated_at) values (:task, :person, :content::jsonb, :now)
                        on conflict (task_id) do update set content = excluded.content, updated_at = excluded.updated_at
                        """)
                .param("task", taskId)
                .param("person", caller.person())
                .param("content", content)
                .param("now", Timestamp.from(now))
                .update();
        return now;
    }

    /** Whoever writes is at work. The task is locked before the draft, as by everything else that touches both. */
    private void atWork(Caller caller, UUID taskId) {
        var task = holding.lock(caller, taskId);
        if (task.heldBy(caller.person())) {
            task.renew(holding.leaseEnd());
        }
    }

    public Optional<String> find(Caller caller, UUID taskId) {
        views.requireOwn(caller, taskId);
        return jdbc.sql("select content::text from draft where task_id = :task and person_id = :person")
                .param("task", taskId)
                .param("person", caller.person())
                .query(String.class)
                .optional();
    }

    static final class DraftTooLong extends Refusal {
        DraftTooLong() {
            super(
                    Kind.TOO_LARGE,
                    "The draft is longer than " + LONGEST + " characters and was not kept on the server.");
        }
    }
}
