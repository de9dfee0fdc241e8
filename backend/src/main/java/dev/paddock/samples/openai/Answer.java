package dev.paddock.samples.openai;

import dev.paddock.samples.generation.Ending;
import dev.paddock.samples.generation.Failure;
import dev.paddock.samples.generation.TokenSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one streamed answer, chunk by chunk, and remembers what the server tells on the way. */
final class Answer {

    private final TokenSink sink;
    private final String engine;
    private boolean begun;
    private boolean closed;
    private String finish = "";
    private String model = "";
    private String fingerprint = "";
    private @Nullable Integer promptTokens;
    private @Nullable Integer completionTokens;

    /** @param engine what the server calls itself */
    Answer(TokenSink sink, String engine) {
        this.sink = sink;
        this.engine = engine;
    }

    /** Text has come: from here on nothing is sent again. */
    boolean begun() {
        return begun;
    }

    boolean finished() {
        return !finish.isEmpty();
    }

    void read(EventStream events, Patience patience, Deadline deadline) throws IOException, NotAnswered {
        for (var data = events.next(); data != null && !closed; data = closed ? null : events.next()) {
            take(data);
            if (begun) {
                deadline.expect(patience.gap());
            }
        }
    }

    private void take(String data) throws NotAnswered {
        if (data.strip().equals("[DONE]")) {
            closed = true;
            return;
        }
        try {
            take(Chunk.parse(data));
        } catch (Chunk.Malformed malformed) {
            throw NotAnswered.because(Failure.Kind.BROKEN, String.valueOf(malformed.getMessage()));
        }
    }

    private void take(Chunk chunk) throws NotAnswered {
        if (!chunk.error().isEmpty()) {
            throw NotAnswered.because(Failure.Kind.BROKEN, "the server broke off: " + chunk.error());
        }
        remember(chunk);
        if (!chunk.text().isEmpty()) {
            begun = true;
            sink.token(chunk.text(), chunk.logprob());
        }
    }

    private void remember(Chunk chunk) {
        finish = chunk.finish().isEmpty() ? finish : chunk.finish();
        model = chunk.model().isEmpty() ? model : chunk.model();
        fingerprint = chunk.systemFingerprint().isEmpty() ? fingerprint : chunk.systemFingerprint();
        promptTokens = chunk.promptTokens() == null ? promptTokens : chunk.promptTokens();
        completionTokens = chunk.completionTokens() == null ? completionTokens : chunk.completionTokens();
    }

    /** @throws NotAnswered when the stream stopped before the answer did: half an answer must never be compared */
    Ending ending() throws NotAnswered {
        if (finish.isEmpty() && !closed) {
            throw NotAnswered.because(Failure.Kind.BROKEN, "the stream ended before the answer did");
        }
        return switch (finish) {
            case "content_filter" ->
                throw NotAnswered.because(Failure.Kind.REFUSED, "the server's filter took the answer away");
            case "abort", "error" -> throw NotAnswered.because(Failure.Kind.BROKEN, "the server ended it: " + finish);
            case "length" -> ending(Ending.Finish.LENGTH);
            default -> ending(Ending.Finish.STOP);
        };
    }

    private Ending ending(Ending.Finish how) {
        var counted = completionTokens == null ? "" : "server";
        return new Ending(how, promptTokens, completionTokens, counted, model, "", engine, fingerprint, null);
    }
}
