package dev.paddock.rewardmodel.scoring;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelCard.Golden;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Scores the golden conversations: a model that loads but scores otherwise than when it was trained must not serve. Nor may one that breaks
 * on a conversation as long as its card lets them be.
 *
 * @param longest for all of them together, also beside a longer one: each of them could take as long as a run may
 * @param nanos the time now
 */
record GoldenCheck(Path folder, ModelCard card, Duration longest, LongSupplier nanos) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    GoldenCheck(Path folder, ModelCard card) {
        this(folder, card, LONGEST, System::nanoTime);
    }

    /** @throws BundleRefused where a score is another one; then the model is closed */
    RewardModel checked(RewardModel model) {
        try {
            var started = nanos.getAsLong();
            for (var golden : card.golden()) {
                check("it scores", model.score(golden.messages()).value(), golden);
                requireInTime(started);
            }
            if (card.batchInvariant() && model instanceof OnnxRewardModel batched) {
                checkPadded(batched, started);
            }
            checkLongest(model);
            return model;
        } catch (RuntimeException e) {
            model.close();
            throw e instanceof BundleRefused
                    ? e
                    : new BundleRefused(folder, "it cannot score a golden conversation: " + e.getMessage(), e);
        }
    }

    private void requireInTime(long started) {
        if (nanos.getAsLong() - started > longest.toNanos()) {
            throw new BundleRefused(
                    folder, "its golden conversations were not scored within " + longest.toMinutes() + " minutes");
        }
    }

    /** A graph that takes its score from the last position whatever is there gives itself away beside a longer conversation. */
    private void checkPadded(OnnxRewardModel model, long started) {
        var longer = longerThanAll();
        for (var golden : card.golden()) {
            var score = model.together(List.of(golden.messages(), longer)).getFirst();
            check("its card says batchInvariant, but beside a longer one it scores", score.value(), golden);
            requireInTime(started);
        }
    }

    /** What the golden conversations, which may all be short, do not tell. */
    private void checkLongest(RewardModel model) {
        var longest = new LongestConversation(card);
        try {
            model.score(longest.messages());
        } catch (TooLarge here) {
            // The memory and the time are this machine's, not the bundle's, and whoever sends such a text is told.
        } catch (NotScorable | RunFailed | ServerAway e) {
            if (!(e instanceof NotScorable) || card.remote() == null) {
                throw new BundleRefused(
                        folder,
                        "a conversation as long as its truncation allows " + longest.limits() + " cannot be scored: "
                                + String.valueOf(e.getMessage()).replaceFirst("[.]$", "")
                                + ". Lower them to what the model has positions for",
                        e);
            }
            // What a server refuses is too long for the server: that text's own, as any other time.
        }
    }

    private void check(String how, double score, Golden golden) {
        if (!(Math.abs(score - golden.score()) <= card.goldenTolerance())) {
            throw new BundleRefused(folder, how + " a golden conversation " + score + " instead of " + golden.score());
        }
    }

    private List<Message> longerThanAll() {
        var longest = card.golden().stream()
                .map(Golden::messages)
                .max(Comparator.comparingInt(messages -> messages.stream()
                        .mapToInt(message -> message.content().length())
                        .sum()))
                .orElseThrow();
        var longer = new ArrayList<>(longest);
        longer.add(Message.assistant((longer.removeLast().content() + " and so on ").repeat(2)));
        return longer;
    }
}
