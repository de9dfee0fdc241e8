package dev.paddock.reward;

import dev.paddock.rewardmodel.Message;
import dev.paddock.rewardmodel.onnx.Provider;
import dev.paddock.rewardmodel.remote.Era;
import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.rewardmodel.scoring.ModelCard;
import dev.paddock.rewardmodel.scoring.ModelKind;
import dev.paddock.rewardmodel.scoring.Precision;
import dev.paddock.rewardmodel.scoring.RewardModel;
import dev.paddock.rewardmodel.scoring.Score;
import dev.paddock.rewardmodel.scoring.Segments;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** Likes long answers unless it has a taste of its own, remembers what it was asked, and breaks on the word "poison" while it is poisoned. */
final class FakeRewardModel implements RewardModel {

    final List<List<Message>> asked = new CopyOnWriteArrayList<>();
    volatile boolean poisoned = true;
    /** The answer at which its server, if it had one, would go away. */
    volatile @Nullable String goesAwayAt;

    volatile Provider provider = Provider.CPU;
    volatile Runnable closing = () -> {};
    volatile Supplier<Era> era = () -> Era.ENDLESS;
    /** Whether it says that many at once are better, and how many there were each time that it was asked so. */
    volatile boolean batches;

    final List<Integer> together = new CopyOnWriteArrayList<>();
    /** Its server, if it had one, has no time for more of them at once. */
    volatile int mostAtOnce = Integer.MAX_VALUE;

    private final ModelKind kind;
    private final ToDoubleFunction<String> taste;

    FakeRewardModel(ModelKind kind) {
        this(kind, String::length);
    }

    FakeRewardModel(ModelKind kind, ToDoubleFunction<String> taste) {
        this.kind = kind;
        this.taste = taste;
    }

    @Override
    public ModelCard card() {
        return new ModelCard(
                ModelCard.CONTRACT,
                kind,
                "fake",
                "1",
                new ModelCard.Base("none", "", ""),
                List.of(),
                new Segments("", "", "", "", "", ""),
                new ModelCard.Truncation(1, 1),
                null,
                List.of(),
                "reward",
                Precision.FP32,
                true,
                new ModelCard.Whitening(0, 1),
                new ModelCard.Training(Map.of(), 0, 0, "", null),
                List.of(),
                List.of(),
                1,
                null,
                Map.of(),
                null);
    }

    @Override
    public String id() {
        return "fake " + System.identityHashCode(this);
    }

    @Override
    public Provider provider() {
        return provider;
    }

    @Override
    public Era era() {
        return era.get();
    }

    @Override
    public Score score(List<Message> conversation) {
        var answer = conversation.getLast().content();
        if (poisoned && answer.contains("poison")) {
            throw new IllegalStateException("poisoned");
        }
        if (answer.equals(goesAwayAt)) {
            throw new ServerAway("fainted");
        }
        asked.add(conversation);
        return new Score(taste.applyAsDouble(answer), Provider.CPU, Precision.FP32, answer.length(), 2, 3, 4);
    }

    @Override
    public boolean batches() {
        return batches;
    }

    @Override
    public List<Score> scoreAll(List<List<Message>> conversations) {
        together.add(conversations.size());
        if (conversations.size() > mostAtOnce) {
            throw new ServerAway("does not answer in time");
        }
        return conversations.stream().map(this::score).toList();
    }

    @Override
    public void close() {
        closing.run();
    }
}
