package dev.paddock.trainings;

import dev.paddock.campaigns.Campaigns;
import dev.paddock.datasets.JudgedPair;
import dev.paddock.datasets.JudgedPairs;
import dev.paddock.reward.Tracks;
import dev.paddock.rewardmodel.Progress;
import dev.paddock.rewardmodel.pairs.ConversationRoot;
import dev.paddock.rewardmodel.pairs.HoldOut;
import dev.paddock.rewardmodel.retraining.Retraining;
import dev.paddock.rewardmodel.scoring.ModelKind;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;

/** Reads, once, what a training learns from and what judges it. */
@Component
class Selections {

    /** A tenth is held out and does not count; where so many stand there are all but certainly enough. */
    private static final int PLENTY = 10 * Retraining.FEWEST;

    private final JudgedPairs judged;
    private final Campaigns campaigns;

    Selections(JudgedPairs judged, Campaigns campaigns) {
        this.judged = judged;
        this.campaigns = campaigns;
    }

    /**
     * To be called before anything is waited for: whether they are enough hangs on nothing else.
     *
     * @throws dev.paddock.rewardmodel.retraining.TooFewPairs where the training's own campaigns have too few to learn from
     */
    void requireEnough(Training training) {
        Retraining.requireEnough(learnable(training.campaigns(), training.last()));
    }

    /** Whether {@link #requireEnough} would let a training on them be. */
    boolean areEnough(Collection<UUID> campaigns, long last) {
        return learnable(campaigns, last) >= Retraining.FEWEST;
    }

    /** How many can be learnt from; where they are plenty, with those that are held out. */
    private long learnable(Collection<UUID> campaigns, long last) {
        var all = judged.count(campaigns, last);
        if (all >= PLENTY) {
            return all;
        }
        var learnable = new AtomicLong();
        for (var campaign : campaigns) {
            judged.read(campaign, last, pair -> {
                if (!HoldOut.contains(ConversationRoot.of(pair.dialogue()))) {
                    learnable.incrementAndGet();
                }
            });
        }
        return learnable.get();
    }

    Selection of(Training training, Progress progress) {
        var selection = new Selection(training);
        var own = new LinkedHashSet<>(training.campaigns());
        own.addAll(campaigns.of(Tracks.of(training.kind())));
        Runnable seen = () -> progress.at("gathering comparisons", selection.size(), 0);
        read(own, training.last(), seen, selection::add);
        for (var kind : ModelKind.values()) {
            if (kind != training.kind()) {
                read(campaigns.of(Tracks.of(kind)), training.last(), seen, selection::addAcross);
            }
        }
        return selection;
    }

    private void read(Collection<UUID> some, long last, Runnable seen, BiConsumer<UUID, JudgedPair> taker) {
        for (var campaign : some) {
            judged.read(campaign, last, pair -> {
                seen.run();
                taker.accept(campaign, pair);
            });
        }
    }
}
