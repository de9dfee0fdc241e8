package dev.paddock.web.live;

import dev.paddock.shared.Watch;
import jakarta.servlet.ServletRequest;
import java.time.Duration;
import java.util.function.Supplier;

/** Work that is of use to nobody once its caller hangs up. */
public final class WhileConnected {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    private final Connection connection;
    private boolean over;

    private WhileConnected(Connection connection) {
        this.connection = connection;
    }

    /**
     * Does the work on this thread, which is interrupted when the caller hangs up. The request must have been read.
     *
     * @throws CallerGone where that ended it
     */
    public static <T> T get(ServletRequest request, Supplier<T> work) {
        var connection = Connection.of(request);
        return connection == null ? work.get() : new WhileConnected(connection).get(work);
    }

    private <T> T get(Supplier<T> work) {
        var watch = new Watch(BETWEEN_LOOKS, this::isWanted);
        try (watch) {
            return work.get();
        } catch (RuntimeException failed) {
            throw watch.endedIt() ? new CallerGone() : failed;
        } finally {
            end();
        }
    }

    private synchronized boolean isWanted() {
        return over || !connection.isClosed();
    }

    /** From here on nobody looks at the connection: its answer is written, and the next request read from it. */
    private synchronized void end() {
        over = true;
    }
}
