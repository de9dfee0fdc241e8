package dev.paddock.web.live;

import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** One open text/event-stream. A comment now and then tells proxies that it lives, and us when the other end has gone. */
public final class EventStream {

    private static final int HEARTBEAT_SECONDS = 15;
    private static final ScheduledExecutorService CLOCK = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event stream heartbeats").factory());

    private final SseEmitter emitter = new SseEmitter(0L);

    /** @param gone runs once when the stream is over, from whichever end */
    public EventStream(Runnable gone) {
        var heartbeat = CLOCK.scheduleAtFixedRate(this::beat, HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        emitter.onCompletion(() -> {
            heartbeat.cancel(false);
            gone.run();
        });
        emitter.onError(lost -> emitter.complete());
    }

    public SseEmitter emitter() {
        return emitter;
    }

    /** @param data written as JSON */
    public void send(String event, Object data) {
        emit(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
    }

    private void beat() {
        emit(SseEmitter.event().comment(""));
    }

    private void emit(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException gone) {
            emitter.complete();
        }
    }

    public void end() {
        emitter.complete();
    }
}
