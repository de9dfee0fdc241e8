package dev.paddock.samples.openai;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.EndsOnce;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.Failure.Kind;
import dev.paddock.samples.generation.Generation;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One generation on a server, from the request to its end, on a thread of its own. */
final class Exchange implements Generation, Runnable {

    private static final int MOST_TOLD = 2_000;

    private final HttpClient client;
    private final Supplier<HttpRequest> request;
    private final Patience patience;
    private final ScheduledExecutorService clock;
    private final EndsOnce sink;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile @Nullable CompletableFuture<HttpResponse<InputStream>> sent;
    private volatile @Nullable InputStream body;
    private boolean begun;
    private String key = "";

    Exchange(
            HttpClient client,
            Supplier<HttpRequest> request,
            Patience patience,
            ScheduledExecutorService clock,
            EndsOnce sink) {
        this.client = client;
        this.request = request;
        this.patience = patience;
        this.clock = clock;
        this.sink = sink;
    }

    @Override
    public void run() {
        try (var deadline = new Deadline(clock, patience.total(), patience.firstToken(), this::breakOff)) {
            sink.done(answered(deadline));
        } catch (NotAnswered why) {
            sink.failed(
                    new Failure(why.failure().kind(), withoutKey(why.failure().detail())));
        } catch (RuntimeException broken) {
            sink.failed(new Failure(Kind.REFUSED, String.valueOf(broken.getMessage())));
        } catch (Error broken) {
            sink.failed(new Failure(Kind.BROKEN, broken.toString()));
        }
    }

    /** Sent again at most once, and only while no text has come. */
    private Ending answered(Deadline deadline) throws NotAnswered {
        try {
            return attempt(deadline);
        } catch (NotAnswered first) {
            var wait = first.retryAfter();
            if (wait == null || begun || isCancelled() || wait.compareTo(patience.firstToken()) >= 0) {
                throw first;
            }
            deadline.expect(wait.plus(patience.firstToken()));
            pause(wait);
            return attempt(deadline);
        }
    }

    private Ending attempt(Deadline deadline) throws NotAnswered {
        try {
            var response = send(deadline);
            var stream = response.body();
            body = stream;
            try (stream) {
                stopIfCancelled();
                return read(response, stream, deadline);
            }
        } catch (IOException | CancellationException broken) {
            throw reason(deadline, broken);
        }
    }

    /** The client's own time-out may come a moment before ours. */
    private NotAnswered unanswered(Deadline deadline, @Nullable Throwable cause) {
        if (isCancelled()) {
            return NotAnswered.because(Kind.CANCELLED, "cancelled");
        }
        var late = cause instanceof HttpTimeoutException && !(cause instanceof HttpConnectTimeoutException);
        if (late || deadline.isMissed()) {
            return NotAnswered.because(Kind.SLOW, "no answer in time");
        }
        return NotAnswered.unreachable(describe(cause));
    }

    private HttpResponse<InputStream> send(Deadline deadline) throws IOException, NotAnswered {
        var asked = request.get();
        key = asked.headers().firstValue("Authorization").orElse("").replaceFirst("^Bearer ", "");
        var future = client.sendAsync(asked, HttpResponse.BodyHandlers.ofInputStream());
        sent = future;
        stopIfCancelled();
        try {
            return future.get();
        } catch (ExecutionException failed) {
            throw unanswered(deadline, failed.getCause());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            future.cancel(true);
            throw NotAnswered.because(Kind.CANCELLED, "the app is stopping");
        }
    }

    private Ending read(HttpResponse<InputStream> response, InputStream stream, Deadline deadline)
            throws IOException, NotAnswered {
        if (response.statusCode() != 200) {
            throw NotAnswered.status(response.statusCode(), response.headers(), told(stream));
        }
        var answer = new Answer(sink, response.headers().firstValue("Server").orElse(""));
        try {
            answer.read(new EventStream(stream, patience.bytes()), patience, deadline);
        } catch (IOException cut) {
            // All the text is there; only the usage that some servers send after it is late.
            if (!answer.finished() || isCancelled()) {
                throw cut;
            }
        } finally {
            begun = answer.begun();
        }
        return answer.ending();
    }

    private String told(InputStream stream) throws IOException {
        var told = withoutKey(new String(stream.readNBytes(2 * MOST_TOLD), UTF_8));
        return told.substring(0, Math.min(told.length(), MOST_TOLD));
    }

    /** Should the server repeat it: whoever reads why a sample failed must not read that. */
    private String withoutKey(String text) {
        return key.isEmpty() ? text : text.replace(key, "…");
    }

    private NotAnswered reason(Deadline deadline, Exception broken) {
        if (isCancelled()) {
            return NotAnswered.because(Kind.CANCELLED, "cancelled");
        }
        if (deadline.isMissed()) {
            return begun && !deadline.isOver()
                    ? NotAnswered.because(Kind.STALLED, "the server says no more")
                    : NotAnswered.because(Kind.SLOW, begun ? "no end in time" : "no text in time");
        }
        return NotAnswered.because(Kind.BROKEN, describe(broken));
    }

    private static String describe(@Nullable Throwable cause) {
        return cause == null ? "no connection" : cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }

    private void pause(Duration wait) throws NotAnswered {
        try {
            if (cancelled.await(wait.toMillis(), TimeUnit.MILLISECONDS)) {
                throw NotAnswered.because(Kind.CANCELLED, "cancelled");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw NotAnswered.because(Kind.CANCELLED, "the app is stopping");
        }
    }

    private boolean isCancelled() {
        return cancelled.getCount() == 0;
    }

    /** Closes the race with a cancel that came before there was anything to break off. */
    private void stopIfCancelled() {
        if (isCancelled()) {
            breakOff();
        }
    }

    @Override
    public void cancel() {
        cancelled.countDown();
        breakOff();
    }

    private void breakOff() {
        var future = sent;
        if (future != null) {
            future.cancel(true);
        }
        var stream = body;
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException alreadyGone) {
                // It is closed, which is all that was wanted.
            }
        }
    }
}
