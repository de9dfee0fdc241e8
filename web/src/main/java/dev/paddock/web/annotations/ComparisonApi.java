package dev.paddock.web.annotations;

import dev.paddock.annotations.Annotations;
import dev.paddock.annotations.Comparison;
import dev.paddock.annotations.IdempotencyKey;
import dev.paddock.annotations.Ratings;
import dev.paddock.annotations.Receipt;
import dev.paddock.annotations.Side;
import dev.paddock.people.Caller;
import dev.paddock.shared.InvalidInput;
import dev.paddock.shared.Page;
import dev.paddock.shared.Words;
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
class ComparisonApi {

    private final Annotations annotations;

    ComparisonApi(Annotations annotations) {
        this.annotations = annotations;
    }

    record ReceiptBody(UUID id, long number, Instant savedAt, Instant revisedUntil, boolean ended) {

        static ReceiptBody of(Receipt receipt) {
            return new ReceiptBody(
                    receipt.id(), receipt.number(), receipt.savedAt(), receipt.revisedUntil(), receipt.ended());
        }
    }

    record OwnComparison(
            UUID id,
            long number,
            UUID task,
            UUID campaign,
            String chosen,
            String degree,
            @Nullable String safety,
            Ratings left,
            Ratings right,
            String note,
            Instant savedAt,
            Instant revisedUntil) {}

    @PostMapping("/api/tasks/{task}/comparison")
    @ResponseStatus(HttpStatus.CREATED)
    ReceiptBody submit(
            Caller caller,
            @PathVariable UUID task,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody ComparisonBody body) {
        return ReceiptBody.of(annotations.submit(caller, task, body.toComparison(), keyOf(key)));
    }

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

    /** The caller's own, as they stand, newest first. */
    @GetMapping("/api/comparisons")
    Page<OwnComparison> mine(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        var rows = annotations.mine(caller, before(cursor), Math.clamp(size, 1, Page.LARGEST_SIZE));
        return rows.map(this::own);
    }

    private static @Nullable Long before(@Nullable String cursor) {
        try {
            return cursor == null ? null : Long.valueOf(cursor);
        } catch (NumberFormatException e) {
            throw new InvalidInput("cursor", "is not one that this list gave out");
        }
    }

    private OwnComparison own(Comparison comparison) {
        var safety = comparison.safety();
        return new OwnComparison(
                comparison.id(),
                comparison.number(),
                comparison.taskId(),
                comparison.campaignId(),
                Words.of(comparison.chosen()),
                Words.of(comparison.degree()),
                safety == null ? null : Words.of(safety),
                comparison.ratings(Side.LEFT),
                comparison.ratings(Side.RIGHT),
                comparison.note(),
                comparison.savedAt(),
                annotations.revisedUntil(comparison));
    }
}
