package dev.paddock.web.tasks;

import dev.paddock.rewardmodel.Message;
import dev.paddock.tasks.EmptyQueue;
import dev.paddock.tasks.TaskView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an annotator's program is told: the task it holds, or why it holds none. Nothing else, on purpose (I5). */
record TaskBody(
        @Nullable Task task,
        @Nullable String reason,
        @Nullable EmptyQueue code) {

    record Task(
            UUID id,
            UUID campaign,
            @Nullable Instant expires,
            TaskView.State state,
            int turn,
            int maxTurns,
            List<Spoken> messages,
            @Nullable String suggestion,
            List<Response> responses,
            @Nullable String failure) {}

    record Spoken(Message.Role role, String content) {

        static Spoken of(Message message) {
            return new Spoken(message.role(), message.content());
        }
    }

    record Response(
            @Schema(allowableValues = {"left", "right"}) String side, String text) {}

    static TaskBody none(EmptyQueue reason) {
        return new TaskBody(null, reason.sentence(), reason);
    }

    static TaskBody of(TaskView view) {
        return new TaskBody(
                new Task(
                        view.id(),
                        view.campaign(),
                        view.expires(),
                        view.state(),
                        view.turn(),
                        view.maxTurns(),
                        view.messages().stream().map(Spoken::of).toList(),
                        view.suggestion(),
                        responses(view),
                        view.failure().isEmpty() ? null : view.failure()),
                null,
                null);
    }

    private static List<Response> responses(TaskView view) {
        return view.left() == null || view.right() == null
                ? List.of()
                : List.of(new Response("left", view.left()), new Response("right", view.right()));
    }
}
