package dev.paddock.datasets;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows on a thread of its own, a few batches ahead of whoever takes them, so that reading and writing run beside each other. What
 * fails on one side ends the other, and when this returns nobody is at the rows any more.
 */
record ReadAhead<T>(ResultSet rows, Form<T> form, BlockingQueue<List<T>> batches) {

    private static final int BATCH = 250;
    private static final int BATCHES_AHEAD = 3;

    /** Makes something of the row that the cursor is on. */
    interface Form<T> {
        T read(ResultSet row) throws SQLException;
    }

    ReadAhead(ResultSet rows, Form<T> form) {
        this(rows, form, new ArrayBlockingQueue<>(BATCHES_AHEAD));
    }

    /** Hands all rows to the taker, in order and on the caller's thread. */
    void forEach(Consumer<T> taker) throws SQLException {
        // A platform thread: interrupting a virtual one would tear the database's socket, and with it the connection.
        try (var threads = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("export-reader").factory())) {
            var reading = threads.submit(this::read);
            try {
                take(reading, taker);
            } finally {
                reading.cancel(true);
            }
        }
    }

    /** An empty batch tells the taker that no other follows; the future knows whether that was all or a failure. */
    private @Nullable Void read() throws SQLException, InterruptedException {
        try {
            readAll();
        } catch (SQLException | RuntimeException | Error e) {
            batches.put(List.of());
            throw e;
        }
        batches.put(List.of());
        return null;
    }

    private void readAll() throws SQLException, InterruptedException {
        var batch = new ArrayList<T>(BATCH);
        while (rows.next()) {
            batch.add(form.read(rows));
            if (batch.size() == BATCH) {
                batches.put(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            batches.put(List.copyOf(batch));
        }
    }

    private void take(Future<?> reading, Consumer<T> taker) throws SQLException {
        try {
            for (var batch = batches.take(); !batch.isEmpty(); batch = batches.take()) {
                batch.forEach(taker);
            }
            reading.get();
        } catch (ExecutionException e) {
            throw cause(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading", e);
        }
    }

    private static SQLException cause(ExecutionException failed) {
        return switch (failed.getCause()) {
            case SQLException known -> known;
            case RuntimeException known -> throw known;
            case Error known -> throw known;
            case null, default -> new SQLException(failed.getCause());
        };
    }
}
