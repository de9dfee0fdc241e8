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
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@Tag(name = "Annotating")
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

            @Schema(implementation = RiskCategory.class) @Nullable
            String riskCategory,

            @Schema(implementation = AttackVector.class) @Nullable
            String attackVector) {

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

    @Operation(
            summary = "Leases the next task of a campaign, or gives the one you hold already.",
            description =
                    "`task` is null where there is nothing to do; then `reason` is a sentence and `code` a word that say why.")
    @PostMapping("/api/campaigns/{campaign}/tasks")
    TaskBody next(Caller caller, @PathVariable UUID campaign) {
        return switch (tasks.next(caller, campaign)) {
            case Next.Leased leased -> TaskBody.of(views.view(caller, leased.task()));
            case Next.Nothing nothing -> TaskBody.none(nothing.reason());
        };
    }

    @Operation(summary = "Gives a task as it is now.")
    @GetMapping("/api/tasks/{task}")
    TaskBody task(Caller caller, @PathVariable UUID task) {
        return TaskBody.of(views.view(caller, task));
    }

    @Operation(summary = "Says something to the models; both begin to answer.")
    @PostMapping("/api/tasks/{task}/messages")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskBody say(Caller caller, @PathVariable UUID task, @RequestBody MessageRequest request) {
        dialogues.say(caller, task, request.message());
        return TaskBody.of(views.view(caller, task));
    }

    @Operation(summary = "Has the pair of answers made again after it failed.")
    @PostMapping("/api/tasks/{task}/redraw")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TaskBody redraw(Caller caller, @PathVariable UUID task) {
        dialogues.redraw(caller, task);
        return TaskBody.of(views.view(caller, task));
    }

    @Operation(summary = "Gives the task up, with a reason; somebody else gets it.")
    @PostMapping("/api/tasks/{task}/skip")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void skip(Caller caller, @PathVariable UUID task, @RequestBody ReasonRequest request) {
        tasks.skip(caller, task, request.text());
    }

    @Operation(summary = "Flags the task for the leads, with a reason; you keep it.")
    @PostMapping("/api/tasks/{task}/flag")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void flag(Caller caller, @PathVariable UUID task, @RequestBody ReasonRequest request) {
        tasks.flag(caller, task, request.text());
    }

    @Operation(summary = "Ends the conversation where it is; what was compared stands.")
    @PostMapping("/api/tasks/{task}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Caller caller, @PathVariable UUID task) {
        tasks.leave(caller, task);
    }

    @Operation(summary = "Renews the lease; every other verb on the task does so as well.")
    @PutMapping("/api/tasks/{task}/lease")
    LeaseBody renew(Caller caller, @PathVariable UUID task) {
        return new LeaseBody(tasks.renew(caller, task));
    }

    @Operation(
            summary = "Gives the draft that was kept last and not sent since, as it was put.",
            description = "Also after the lease has ended.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(type = "object")))
    @GetMapping("/api/tasks/{task}/draft")
    JsonNode draft(Caller caller, @PathVariable UUID task) {
        return drafts.find(caller, task).map(json::readTree).orElseThrow(() -> new NotFound("draft"));
    }

    @Operation(summary = "Keeps what is not sent yet: any JSON object, up to 100,000 characters.")
    @PutMapping("/api/tasks/{task}/draft")
    DraftBody keepDraft(
            Caller caller, @PathVariable UUID task, @Schema(type = "object") @RequestBody ObjectNode content) {
        return new DraftBody(drafts.keep(caller, task, content.toString()));
    }
}
