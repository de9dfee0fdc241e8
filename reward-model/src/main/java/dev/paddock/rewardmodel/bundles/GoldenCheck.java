package dev.paddock.rewardmodel.bundles;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.inference.OnnxRewardModel;
import dev.paddock.rewardmodel.onnx.RunFailed;
import dev.paddock.rewardmodel.onnx.TooLarge;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelCard.Golden;
import dev.paddock.rewardmodel.scoring.NotScorable;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Scores the golden conversations: a model that loads but scores otherwise than when it was trained must not serve. Nor may a new one
 * that breaks on a conversation as long as its card lets them be.
 *
 * @param longest for all of them together, also beside a longer one: each of them could take as long as a run may
 * @param nanos the time now
 */
record GoldenCheck(Path folder, ModelCard card, Duration longest, LongSupplier nanos) {

    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** For the longest conversation: other models wait to be opened meanwhile. */
    private static final Duration LONGEST_OF_ALL = Duration.ofMinutes(1);

    GoldenCheck(Path folder, ModelCard card) {
        this(folder, card, LONGEST, System::nanoTime);
    }

    /** @throws BundleRefused where a score is another one; then the model is closed */
    RewardModel checked(RewardModel model) {
        try {
            var started = nanos.getAsLong();
            eachGolden(started, golden -> model.score(golden.messages()), "it");
            if (card.batchInvariant() && model instanceof OnnxRewardModel batched) {
                checkPadded(batched, started);
            }
            return model;
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /** The same for one that nobody has opened before: as a bundle never changes, it need not be found out again. */
    RewardModel checkedAsNew(RewardModel model) {
        checked(model);
        try {
            checkLongest(model);
            return model;
        } catch (RuntimeException | Error e) {
            model.close();
            throw e;
        }
    }

    /** @param scoring in what case the score is that, as a sentence begins */
    private void eachGolden(long started, Function<Golden, Score> scoring, String it) {
        for (var i = 0; i < card.golden().size(); i++) {
            var named = "a golden conversation (golden[" + i + "]) ";
            var expected = card.golden().get(i).score();
            var score = score(scoring, card.golden().get(i), it + " cannot score " + named.strip());
            if (!(Math.abs(score - expected) <= card.goldenTolerance())) {
                throw new BundleRefused(folder, it + " scores " + named + score + " instead of " + expected);
            }
            requireInTime(started);
        }
    }

    private double score(Function<Golden, Score> scoring, Golden golden, String refusal) {
        try {
            return scoring.apply(golden).value();
        } catch (RuntimeException e) {
            throw new BundleRefused(folder, refusal + ": " + e.getMessage(), e);
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
        eachGolden(
                started,
                golden -> beside(model, golden.messages(), longer),
                "its card says batchInvariant, but beside a longer one it");
    }

    private static Score beside(OnnxRewardModel model, List<Message> golden, List<Message> longer) {
        try {
            return model.together(List.of(golden, longer)).getFirst();
        } catch (TooLarge here) {
            // This machine runs no such batch of it, so its padding spoils nothing here.
            return model.score(golden);
        }
    }

    /** What the golden conversations, which may all be short, do not tell. */
    private void checkLongest(RewardModel model) {
        var longest = new LongestConversation(card);
        try {
            score(model, longest.messages());
        } catch (TooLarge here) {
            // The memory and the time are this machine's, not the bundle's, and whoever sends such a text is told.
        } catch (ServerAway away) {
            throw refused(longest, away, "");
        } catch (NotScorable | RunFailed e) {
            if (!(e instanceof NotScorable) || card.remote() == null) {
                throw refused(longest, e, ". Lower them to what the model has positions for");
            }
            // What a server refuses is too long for the server: that text's own, as any other time.
        }
    }

    private static void score(RewardModel model, List<Message> conversation) {
        if (model instanceof OnnxRewardModel here) {
            here.scoreWithin(LONGEST_OF_ALL, conversation);
        } else {
            model.score(conversation);
        }
    }

    private BundleRefused refused(LongestConversation longest, RuntimeException why, String advice) {
        return new BundleRefused(
                folder,
                "a conversation as long as its truncation allows " + longest.limits() + " cannot be scored: "
                        + String.valueOf(why.getMessage()).replaceFirst("[.]$", "") + advice,
                why);
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
