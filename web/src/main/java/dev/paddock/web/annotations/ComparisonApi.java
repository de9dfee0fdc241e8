package dev.paddock.web.annotations;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.annotations.Receipt;
import dev.paddock.people.Caller;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.tasks.TaskViews;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Annotating")
class ComparisonApi {

    private final Annotations annotations;
    private final TaskViews views;

    ComparisonApi(Annotations annotations, TaskViews views) {
        this.annotations = annotations;
        this.views = views;
    }

    record ReceiptBody(UUID id, long number, Instant savedAt, Instant revisedUntil, boolean ended) {

        static ReceiptBody of(Receipt receipt) {
            return new ReceiptBody(
                    receipt.id(), receipt.number(), receipt.savedAt(), receipt.revisedUntil(), receipt.ended());
        }
    }

    @Operation(
            summary = "Saves your comparison of the pair that waits in the task.",
            description =
                    "When the answer comes, it is in the database. A campaign may ask for more than `chosen` and `degree`: safety campaigns for `safety`, and `ratings` where the campaign names them.")
    @PostMapping("/api/tasks/{task}/comparison")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptBody submit(
            Caller caller,
            @PathVariable UUID task,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ComparisonBody body) {
        return ReceiptBody.of(annotations.submit(caller, task, body.toComparison(), keyOf(key)));
    }

    @Operation(
            summary = "Corrects one of your own comparisons, shortly after it was saved.",
            description =
                    "The old one is kept; the correction points to it. The side can change only while the conversation has not gone on.")
    @PostMapping("/api/comparisons/{comparison}/revisions")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptBody revise(
            Caller caller,
            @PathVariable UUID comparison,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ComparisonBody body) {
        return ReceiptBody.of(annotations.revise(caller, comparison, body.toComparison(), keyOf(key)));
    }

    private static IdempotencyKey keyOf(@Nullable String key) {
        return key == null ? IdempotencyKey.fresh() : new IdempotencyKey(key);
    }

    @Operation(summary = "Lists your own comparisons as they stand.", description = "Newest first.")
    @GetMapping("/api/comparisons")
    Page<OwnComparison> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var rows = annotations.mine(caller, before(cursor), Page.clamp(size));
        return rows.map(this::own);
    }

    private static @Nullable Long before(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidInput("cursor", "is not one that this list gave out");
        }
    }

    @Operation(
            summary = "Gives one of your own comparisons with the pair that you compared.",
            description =
                    "As you saw it, left and right, to be read again or corrected. `revisedUntil` says how long it can be.")
    @GetMapping("/api/comparisons/{comparison}")
    JudgedPair one(Caller caller, @PathVariable UUID comparison) {
        var saved = annotations.requireOwn(caller, comparison);
        return JudgedPair.of(own(saved), views.judged(caller, saved.taskId(), saved.turnId()));
    }

    private OwnComparison own(Comparison comparison) {
        return OwnComparison.of(comparison, annotations.revisedUntil(comparison));
    }
}
