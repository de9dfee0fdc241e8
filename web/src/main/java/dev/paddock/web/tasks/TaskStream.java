package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.samples.LiveFrame;
import dev.paddock.samples.LiveTurns;
import dev.paddock.samples.Slot;
import dev.paddock.shared.Words;
import dev.paddock.tasks.TaskView;
import dev.paddock.tasks.TaskViews;
import dev.paddock.tasks.TaskViews.Streaming;
import dev.paddock.web.live.EventStream;
import dev.paddock.web.live.EventStreams;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Both answers of a task as they are written: {@code text} events {@code {"side", "text", "replaces"}}, then one {@code state} event. The
 * first events after every connect replace what was there, so that a stream may break and be taken up again at any point. One that ends
 * without a {@code state} event wants to be connected to again.
 */
@RestController
@Tag(name = "Annotating")
class TaskStream {

    private final TaskViews views;
    private final LiveTurns live;
    private final EventStreams streams;

    TaskStream(TaskViews views, LiveTurns live, EventStreams streams) {
        this.views = views;
        this.live = live;
        this.streams = streams;
    }

    record TextEvent(String side, String text, boolean replaces) {}

    record StateEvent(String state) {}

    @Operation(summary = "Streams both answers as they are written.")
    @ApiResponse(
            responseCode = "200",
            description =
                    "Events `text` with `{\"side\", \"text\", \"replaces\"}`: the text goes on, or takes the place of what was there. Then"
                            + " one event `state` with `{\"state\"}`, and the end. The first events after every connect replace what was there, so a"
                            + " stream that breaks can be taken up again.",
            content =
                    @Content(
                            mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(implementation = String.class)))
    @GetMapping(
            path = {"/tasks/{task}/stream", "/api/tasks/{task}/stream"},
            produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(Caller caller, @PathVariable UUID task) {
        var streaming = views.streaming(caller, task);
        return streaming == null ? over(caller, views.view(caller, task).state()) : following(caller, streaming);
    }

    private SseEmitter over(Caller caller, TaskView.State state) {
        var stream = streams.open(caller, () -> {});
        stream.send("state", new StateEvent(Words.of(state)));
        stream.end();
        return stream.emitter();
    }

    private SseEmitter following(Caller caller, Streaming streaming) {
        var following = new AtomicReference<AutoCloseable>(() -> {});
        var stream = streams.open(caller, () -> close(following.get()));
        try {
            following.set(live.follow(streaming.turn(), frame -> tell(stream, streaming, frame), stream::end));
        } catch (RuntimeException gone) {
            stream.end();
            throw gone;
        }
        return stream.emitter();
    }

    private static void tell(EventStream stream, Streaming streaming, LiveFrame frame) {
        frame.pieces()
                .forEach((slot, piece) ->
                        stream.send("text", new TextEvent(side(streaming, slot), piece.text(), piece.replaces())));
        if (frame.isLast()) {
            stream.send("state", new StateEvent(Words.of(frame.state())));
            stream.end();
        }
    }

    private static String side(Streaming streaming, Slot slot) {
        return slot == streaming.leftSlot() ? "left" : "right";
    }

    private static void close(AutoCloseable following) {
        try {
            following.close();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
