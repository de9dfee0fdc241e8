package dev.paddock.shared;

import static org.springframework.core.NestedExceptionUtils.getMostSpecificCause;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Does the jobs that wait, one after the other; one that is put off lets the others pass. One whose process went away is gone on with by
 * another, or after the restart.
 */
public abstract class JobWorker<J extends JobWorker.Job> extends BackgroundThread {

    /** What all jobs have. */
    public interface Job {

        UUID id();

        /** In the order in which they were asked for. */
        long number();

        JobState state();

        JobProgress progress();

        default boolean isPending() {
            return state().isPending();
        }

        default boolean isDone() {
            return state() == JobState.DONE;
        }
    }

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration REST = Duration.ofSeconds(30);

    private final Logger log = LoggerFactory.getLogger(getClass());
    private final ClaimedJobs<J> jobs;
    private final String owner = ProcessHandle.current().pid() + "-" + UUID.randomUUID();

    /** @param thread its name */
    protected JobWorker(String thread, boolean enabled, ClaimedJobs<J> jobs) {
        super(thread, enabled, LOOK);
        this.jobs = jobs;
    }

    /**
     * Does it to its end, which it also writes down. This thread is interrupted where somebody wants it to end.
     *
     * @param owner this process
     * @throws PutOff where it is to be taken up again later
     * @throws CancellationException where it is not to be gone on with
     */
    protected abstract void run(J job, String owner) throws Exception;

    /** Why it failed, a sentence; empty where that is for the log alone. What caused it goes to the log in either case. */
    protected Optional<String> reason(Throwable failure) {
        return failure instanceof Refusal refusal ? Optional.ofNullable(refusal.getMessage()) : Optional.empty();
    }

    /** Tells how far it is. */
    protected final void at(J job, String phase, int done, int total) {
        if (!isWanted() || !jobs.alive(job.id(), owner, phase, done, total)) {
            throw new CancellationException();
        }
    }

    @Override
    public boolean work() {
        var claimed = jobs.claim(owner);
        claimed.ifPresent(this::toItsEnd);
        return claimed.isPresent();
    }

    /** Not on the thread that works: that one may be at another job for hours. */
    @Scheduled(fixedDelayString = "10s", initialDelayString = "10s")
    public void endCancelled() {
        jobs.endCancelled();
    }

    private void toItsEnd(J job) {
        var watch = jobs.whileWorking(job.id(), owner, this::isWanted);
        try (watch) {
            run(job, owner);
        } catch (PutOff waits) {
            if (!jobs.putBack(job.id(), owner, String.valueOf(waits.getMessage()), REST)) {
                lost(job, waits);
            }
        } catch (Exception | LinkageError | OutOfMemoryError e) {
            if (watch.endedIt()) {
                lost(job, e);
            } else if (e instanceof InterruptedException) {
                // It stays claimed.
                Thread.currentThread().interrupt();
            } else {
                brokeOff(job, e);
            }
        }
    }

    private void brokeOff(J job, Throwable e) {
        if (DatabaseAway.is(e)) {
            var again = jobs.brokeOff(job.id(), owner);
            log.warn(
                    "Job {} {}: {}",
                    job.number(),
                    again ? "is taken up again in a minute" : "is not taken up again",
                    String.valueOf(getMostSpecificCause(e)));
        } else if (!isWanted()) {
            log.info("Job {} is gone on with after the restart", job.number());
        } else if (e instanceof CancellationException) {
            lost(job, e);
        } else {
            failed(job, e);
        }
    }

    /** Somebody wanted it to end, or it is another process's by now. */
    private void lost(J job, Throwable e) {
        if (!jobs.cancelled(job.id(), owner)) {
            failed(job, e);
        }
    }

    private void failed(J job, Throwable e) {
        var told = reason(e);
        var behind = told.isEmpty() ? e : e.getCause();
        if (jobs.ended(job.id(), owner, told.orElse("It broke off by a fault of Paddock's own. The log says more."))
                && behind != null) {
            log.error("Job {} failed. {}", job.number(), told.orElse(""), behind);
        }
    }
}
