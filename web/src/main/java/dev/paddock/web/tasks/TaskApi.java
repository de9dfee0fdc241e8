package dev.paddock.web.tasks;

import dev.paddock.people.Caller;
import dev.paddock.prompts.AttackVector;
import dev.paddock.prompts.RiskCategory;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Words;
import dev.paddock.tasks.Dialogues;
import dev.paddock.tasks.Drafts;
import dev.paddock.tasks.NewMessage;
import dev.paddock.tasks.Next;
import dev.paddock.tasks.TaskViews;
import dev.paddock.tasks.Tasks;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

@RestController
class TaskApi {

    private final Tasks tasks;
    private final TaskViews views;
    private final Dialogues dialogues;
    private final Drafts drafts;
    private final JsonMapper json;

    TaskApi(Tasks tasks, TaskViews views, Dialogues dialogues, Drafts drafts, JsonMapper json) {
        this.tasks = tasks;
        this.views = views;
        this.dialogues = dialogues;
        this.drafts = drafts;
        this.json = json;
    }

    record MessageRequest(
            @Nullable String text,
            @Nullable String riskCategory,
            @Nullable String attackVector) {

        NewMessage message() {
            if (text == null) {
                throw new InvalidInput("text", "is missing");
            }
            return new NewMessage(
                    text,
                    word(RiskCategory.class, "riskCategory", riskCategory),
                    word(AttackVector.class, "attackVector", attackVector));
        }

        private static <E extends Enum<E>> @Nullable E word(Class<E> type, String field, @Nullable String word) {
            return word == null || word.isEmpty() ? null : Words.require(type, field, word);
        }
    }

    record ReasonRequest(@Nullable String reason) {

        String text() {
            return Objects.requireNonNullElse(reason, "");
        }
    }

    record LeaseBody(Instant expires) {}

    record DraftBody(Instant savedAt) {}

    /** Leases the next task of the campaign, or gives the one that the caller holds already. */
    @PostMapping("/api/campaigns/{campaign}/tasks")
    TaskBody next(Caller caller, @PathVariable UUID campaign) {
        return switch (tasks.next(caller, campaign)) {
            case Next.Leased leased -> TaskBody.of(views.view(caller, leased.task()));
            case Next.Nothing nothing -> TaskBody.none(nothing.reason());
        };
    }

    @GetMapping("/api/tasks/{task}")
    TaskBody task(Caller caller, @PathVariable UUID task) {
        return TaskBody.of(views.view(caller, task));
    }

    /** Both models begin to answer. */
    @PostMapping("/api/tasks/{task}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskBody say(Caller caller, @PathVariable UUID task, @RequestBody MessageRequest request) {
        dialogues.say(caller, task, request.message());
        return TaskBody.of(views.view(caller, task));
    }

    /** Has the pair generated again after it failed. */
    @PostMapping("/api/tasks/{task}/redraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskBody redraw(Caller caller, @PathVariable UUID task) {
        dialogues.redraw(caller, task);
        return TaskBody.of(views.view(caller, task));
    }

    @PostMapping("/api/tasks/{task}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void skip(Caller caller, @PathVariable UUID task, @RequestBody ReasonRequest request) {
        tasks.skip(caller, task, request.text());
    }

    @PostMapping("/api/tasks/{task}/flag")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void flag(Caller caller, @PathVariable UUID task, @RequestBody ReasonRequest request) {
        tasks.flag(caller, task, request.text());
    }

    /** Ends the conversation where it is; what was compared stands. */
    @PostMapping("/api/tasks/{task}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID task) {
        tasks.leave(caller, task);
    }

    /** Renews the lease; every other verb on the task does so as well. */
    @PutMapping("/api/tasks/{task}/lease")
    LeaseBody renew(Caller caller, @PathVariable UUID task) {
        return new LeaseBody(tasks.renew(caller, task));
    }

    /** What was kept last and not sent since, as it was put; also after the lease has ended. */
    @GetMapping("/api/tasks/{task}/draft")
    JsonNode draft(Caller caller, @PathVariable UUID task) {
        return drafts.find(caller, task).map(json::readTree).orElseThrow(() -> new NotFound("draft"));
    }

    @PutMapping("/api/tasks/{task}/draft")
    DraftBody keepDraft(Caller caller, @PathVariable UUID task, @RequestBody ObjectNode content) {
        return new DraftBody(drafts.keep(caller, task, content.toString()));
    }
}
