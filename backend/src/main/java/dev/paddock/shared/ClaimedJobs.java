package dev.paddock.shared;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A table of jobs, each of which one process at a time works on: its owner. That one gives a sign of life; a job without one for a minute is
 * somebody else's to claim.
 *
 * <p>The table has the columns {@code id, number, created_at, state, cancelled, owner, alive_at, not_before, broken_off, phase, done, total, failure}
 * and {@code ended_at}. The states are waiting, running, done, failed and cancelled.
 */
public abstract class ClaimedJobs<J> {

    /** More than these do not wait. */
    public static final int MOST_PENDING = 20;

    private static final int MOST_BREAKS = 10;

    private final JdbcClient jdbc;
    private final Duration sign;
    private final String table;
    private final String columns;
    private final RowMapper<J> row;

    /**
     * @param table its name
     * @param columns those that {@code row} reads
     */
    protected ClaimedJobs(JdbcClient jdbc, JobSettings settings, String table, String columns, RowMapper<J> row) {
        this.jdbc = jdbc;
        this.sign = settings.sign();
        this.table = table;
        this.columns = columns;
        this.row = row;
    }

    /** How many wait or are worked on. @param which a condition on them, as SQL with those values */
    protected int pending(String which, Object... values) {
        return jdbc.sql("select count(*) from " + table + " where state in ('waiting', 'running') and " + which)
                .params(values)
                .query(Integer.class)
                .single();
    }

    /**
     * The one that has waited longest since it might have begun, of those that wait and those whose owner went away; but for those that
     * somebody wanted to end.
     */
    public Optional<J> claim(String owner) {
        return jdbc.sql("""
                        update %s set state = 'running', owner = :owner, alive_at = clock_timestamp(), phase = 'starting'
                         where id = (select id from %s
                                      where (state = 'waiting' and (not_before is null or not_before <= clock_timestamp()))
                                         or (state = 'running' and not cancelled and alive_at < clock_timestamp() - interval '1 minute')
                                      order by coalesce(not_before, created_at), number limit 1 for update skip locked)
                        returning %s
                        """.formatted(table, table, columns))
                .param("owner", owner)
                .query(row)
                .optional();
    }

    /**
     * It waits again while others have their turn.
     *
     * @param phase what it waits for
     * @param rest how long at least
     * @return false, and nothing done, where somebody wanted it to end or it is another owner's by now
     */
    public boolean putBack(UUID id, String owner, String phase, Duration rest) {
        return jdbc.sql("""
                        update %s set state = 'waiting', owner = null, phase = :phase, broken_off = 0,
                               not_before = clock_timestamp() + make_interval(secs => :rest)
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .param("phase", phase)
                        .param("rest", rest.toSeconds())
                        .update()
                == 1;
    }

    /**
     * Gives signs of life while this thread works on a job, and ends the work where somebody wants that or it is another owner's by now.
     *
     * @param going false where this process stops: then there are no more signs, for another one to go on with it
     */
    public Watch whileWorking(UUID id, String owner, BooleanSupplier going) {
        return new Watch(sign, () -> !going.getAsBoolean() || sign(id, owner));
    }

    private boolean sign(UUID id, String owner) {
        return jdbc.sql("""
                        update %s set alive_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** For all to see at once. @return whether to go on: nobody wants it to end, and it is this owner's still */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean alive(UUID id, String owner, String phase, int done, int total) {
        return jdbc.sql("""
                        update %s set alive_at = clock_timestamp(), phase = :phase, done = :done, total = :total
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .param("phase", phase)
                        .param("done", done)
                        .param("total", total)
                        .update()
                == 1;
    }

    /**
     * To be run with the parameters of the outcome. It changes no row where somebody wanted the job to end or it is another owner's by now.
     *
     * @param outcome the columns that keep it, as an update sets them
     */
    protected StatementSpec finish(UUID id, String owner, String outcome) {
        return jdbc.sql("""
                        update %s set state = 'done', ended_at = clock_timestamp(), %s
                         where id = :id and owner = :owner and state = 'running' and not cancelled
                        """.formatted(table, outcome)).param("id", id).param("owner", owner);
    }

    /**
     * It broke off as the database was away: once its last sign of life is old it is claimed again. Where that happened so often that it
     * would only break off again, it has failed.
     *
     * @return whether it is to be claimed again; if not it has ended, or is another owner's by now
     */
    public boolean brokeOff(UUID id, String owner) {
        if (leaveForLater(id, owner)) {
            return true;
        }
        ended(id, owner, "The database broke it off again and again. The log says more.");
        return false;
    }

    /** Something is on record that will not have to be done again: what broke it off before was passing. */
    public void gotOn(UUID id) {
        jdbc.sql("update %s set broken_off = 0 where id = ? and broken_off > 0".formatted(table))
                .param(id)
                .update();
    }

    private boolean leaveForLater(UUID id, String owner) {
        return jdbc.sql("""
                        update %s set phase = :phase, done = 0, total = 0, broken_off = broken_off + 1
                         where id = :id and owner = :owner and state = 'running' and not cancelled and broken_off < :most
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .param("phase", "begins again in a minute, as the database was away for a moment")
                        .param("most", MOST_BREAKS - 1)
                        .update()
                == 1;
    }

    /** Failed, or cancelled where somebody wanted that. @return false, and nothing done, where it is another owner's by now */
    public boolean ended(UUID id, String owner, String failure) {
        return jdbc.sql("""
                        update %s set state = case when cancelled then 'cancelled' else 'failed' end,
                               phase = case when cancelled then '' else phase end,
                               failure = case when cancelled then '' else :failure end, ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running'
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .param("failure", failure)
                        .update()
                == 1;
    }

    /** It ends as somebody wanted that. @return false, and nothing done, where nobody did, or it is another owner's by now */
    public boolean cancelled(UUID id, String owner) {
        return jdbc.sql("""
                        update %s set state = 'cancelled', phase = '', ended_at = clock_timestamp()
                         where id = :id and owner = :owner and state = 'running' and cancelled
                        """.formatted(table))
                        .param("id", id)
                        .param("owner", owner)
                        .update()
                == 1;
    }

    /** Those that somebody wanted to end, and whose owner went away before it ended them. */
    public void endCancelled() {
        jdbc.sql("""
                        update %s set state = 'cancelled', phase = '', ended_at = clock_timestamp()
                         where state = 'running' and cancelled and alive_at < clock_timestamp() - interval '1 minute'
                        """.formatted(table)).update();
    }

    /**
     * One that is worked on ends soon; one that waits, or whose owner went away, has ended.
     *
     * @return false, and nothing done, where it had ended or was to
     */
    public boolean cancel(UUID id) {
        return jdbc.sql("""
                        update %s job set cancelled = true,
                               phase = case when at_work then 'being cancelled' else '' end,
                               total = case when at_work then 0 else total end,
                               state = case when at_work then state else 'cancelled' end,
                               ended_at = case when not at_work then clock_timestamp() end
                          from (select id, state = 'running' and alive_at > clock_timestamp() - interval '1 minute' at_work
                                  from %s where id = :id for update) found
                         where job.id = found.id and state in ('waiting', 'running') and not cancelled
                        """.formatted(table, table)).param("id", id).update() == 1;
    }
}
