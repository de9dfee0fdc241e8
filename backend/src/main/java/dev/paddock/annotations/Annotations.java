package dev.paddock.annotations;

import dev.paddock.annotations.Comparison.Circumstances;
import dev.paddock.annotations.NewComparison.Then;
import dev.paddock.campaigns.Campaign;
import dev.paddock.campaigns.Campaigns;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.samples.Conversations;
import dev.paddock.shared.Conflict;
import dev.paddock.shared.NotFound;
import dev.paddock.shared.Page;
import dev.paddock.tasks.Judgements;
import dev.paddock.tasks.Judging;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saving what people say, once and for ever. */
@Service
public class Annotations {

    private final ComparisonRepository comparisons;
    private final Judgements judgements;
    private final Conversations conversations;
    private final Campaigns campaigns;
    private final AnnotationSettings settings;
    private final Clock clock;

    Annotations(
            ComparisonRepository comparisons,
            Judgements judgements,
            Conversations conversations,
            Campaigns campaigns,
            AnnotationSettings settings,
            Clock clock) {
        this.comparisons = comparisons;
        this.judgements = judgements;
        this.conversations = conversations;
        this.campaigns = campaigns;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Saves the caller's choice on the pair that waits in this task. When this returns, it is in the database.
     *
     * @param key names this attempt: sent again with the same answer it gives the same receipt, however often (I2)
     */
    @Transactional
    public Receipt submit(Caller caller, UUID taskId, NewComparison answer, IdempotencyKey key) {
        var queued = judgements.queueUp(caller, taskId);
        var repeated = comparisons.findByPersonIdAndIdempotencyKey(caller.person(), key.value());
        if (repeated.isPresent()) {
            return receipt(key.sameAnswer(repeated.get(), taskId, answer));
        }
        var judging = judgements.require(caller, queued);
        var campaign = judging.campaign();
        Soundness.check(campaign, answer);
        judgements.answered(judging, isLast(campaign, judging, answer));
        var saved = save(caller, judging, answer, null, key);
        goOnFrom(judging, saved);
        return receipt(saved);
    }

    /** The receipt that this very answer got before, if it was sent under this key; nothing is saved. */
    @Transactional(readOnly = true)
    public Optional<Receipt> savedBefore(Caller caller, UUID taskId, NewComparison answer, IdempotencyKey key) {
        caller.require(Scope.ANNOTATE);
        return comparisons
                .findByPersonIdAndIdempotencyKey(caller.person(), key.value())
                .map(earlier -> receipt(key.sameAnswer(earlier, taskId, answer)));
    }

    private static boolean isLast(Campaign campaign, Judging judging, NewComparison answer) {
        return answer.then() == Then.END || judging.prepared() || judging.turn().number() >= campaign.maxTurns();
    }

    /** Corrects an own comparison, shortly after it was saved. The side can change only while nothing was built on it. */
    @Transactional
    public Receipt revise(Caller caller, UUID comparisonId, NewComparison answer, IdempotencyKey key) {
        var former = requireOwn(caller, comparisonId);
        var queued = judgements.queueUp(caller, former.taskId());
        var repeated = comparisons.findByPersonIdAndIdempotencyKey(caller.person(), key.value());
        if (repeated.isPresent()) {
            return receipt(key.sameAnswer(repeated.get(), former.taskId(), answer));
        }
        var judging = judgements.again(caller, queued, former.turnId());
        refuseTooLate(former, judging, answer);
        Soundness.check(judging.campaign(), answer);
        var saved = save(caller, judging, answer, former, key);
        goOnFrom(judging, saved);
        return receipt(saved);
    }

    private void refuseTooLate(Comparison former, Judging judging, NewComparison answer) {
        if (comparisons.existsByRevises(former.id())) {
            throw new Conflict("This has been corrected already. Open the corrected one to change it again.");
        }
        if (clock.instant().isAfter(revisedUntil(former))) {
            throw new Conflict("The time for corrections is over: "
                    + settings.correction().toMinutes() + " minutes after the save. Tell your lead if it matters.");
        }
        if (answer.chosen() != former.chosen() && hasFollowing(judging)) {
            throw new Conflict(
                    "The conversation has gone on from the answer you chose, so the side can no longer change."
                            + " Degree, labels and note still can.");
        }
    }

    private boolean hasFollowing(Judging judging) {
        var last = conversations.lastTurn(judging.turn().conversationId()).orElseThrow();
        return !judging.prepared() && last.number() > judging.turn().number();
    }

    private Comparison save(
            Caller caller, Judging judging, NewComparison answer, @Nullable Comparison former, IdempotencyKey key) {
        var circumstances = new Circumstances(
                judging,
                caller.person(),
                former == null ? null : former.id(),
                judging.guidelineVersion(),
                campaigns.currentRound(judging.campaign().id()),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                key.value(),
                key.fingerprint(judging.task().id(), answer),
                former != null && former.imported());
        return comparisons.saveAndFlush(Comparison.of(answer, circumstances));
    }

    /** A prepared pair is judged by several people; no one of them decides how it goes on. */
    private void goOnFrom(Judging judging, Comparison comparison) {
        if (!judging.prepared()) {
            conversations.choose(judging.turn().id(), comparison.chosenSample());
        }
    }

    /** The caller's own comparison, to be read again or corrected. */
    @Transactional(readOnly = true)
    public Comparison requireOwn(Caller caller, UUID comparisonId) {
        caller.require(Scope.ANNOTATE);
        return comparisons
                .findById(comparisonId)
                .filter(each -> each.personId().equals(caller.person()))
                .orElseThrow(() -> new NotFound("comparison"));
    }

    /** The caller's own comparisons as they stand, newest first; without what they imported. */
    @Transactional(readOnly = true)
    public Page<Comparison> mine(Caller caller, @Nullable Long before, int size) {
        caller.require(Scope.ANNOTATE);
        var from = before == null ? Long.MAX_VALUE : before;
        var rows = comparisons.currentOf(caller.person(), from, Limit.of(size + 1));
        return Page.of(rows, size, last -> Long.toString(last.number()));
    }

    public Instant revisedUntil(Comparison comparison) {
        return firstSave(comparison).plus(settings.correction());
    }

    private Instant firstSave(Comparison comparison) {
        var revised = comparison.revises();
        return revised == null
                ? comparison.savedAt()
                : firstSave(comparisons.findById(revised).orElseThrow());
    }

    private Receipt receipt(Comparison saved) {
        return new Receipt(
                saved.id(),
                saved.number(),
                saved.taskId(),
                saved.savedAt(),
                revisedUntil(saved),
                judgements.hasEnded(saved.taskId()));
    }
}
