package dev.paddock.web.live;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One open text/event-stream. A comment now and then tells proxies that it lives, and us when the other end has gone. Each beats on a
 * thread of its own: sending blocks while the other end does not read, and that must hold up nobody else.
 */
public final class EventStream {

    private final SseEmitter emitter;
    private final Runnable gone;
    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();

    /** @param gone runs once when the stream is over, from whichever end */
    EventStream(SseEmitter emitter, Duration heartbeat, Runnable gone) {
        this.emitter = emitter;
        this.gone = gone;
        emitter.onCompletion(this::over);
        emitter.onError(lost -> emitter.complete());
        Thread.ofVirtual().name("event stream heartbeat").start(() -> beat(heartbeat));
    }

    public SseEmitter emitter() {
        return emitter;
    }

    /** @param data written as JSON */
    public void send(String event, Object data) {
        emit(SseEmitter.event().name(event).data(data, MediaType.APPLICATION_JSON));
    }

    private void beat(Duration heartbeat) {
        try {
            while (!over.await(heartbeat.toMillis(), TimeUnit.MILLISECONDS)) {
                emit(SseEmitter.event().comment(""));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void emit(SseEmitter.SseEventBuilder event) {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException lost) {
            end();
        }
    }

    public void end() {
        emitter.complete();
        over();
    }

    private void over() {
        over.countDown();
        if (told.compareAndSet(false, true)) {
            gone.run();
        }
    }
}
