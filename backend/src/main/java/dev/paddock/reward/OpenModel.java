package dev.paddock.reward;

import dev.paddock.rewardmodel.scoring.RewardModel;
import java.util.Optional;
import java.util.function.Function;

/**
 * A reward model that this process has open. Whoever opened it lets it go once; it is closed when that has happened and the last call on it
 * is over, so that a swap never fails a call that had begun, and a call never sees two models (I7).
 */
public final class OpenModel {

    private final String name;
    private final RewardModel model;
    private int users = 1;

    OpenModel(String name, RewardModel model) {
        this.name = name;
        this.model = model;
    }

    /** As scores and the table of reward models name it. */
    public String name() {
        return name;
    }

    /** For what it says of itself; to score, {@link #use} it. */
    public RewardModel model() {
        return model;
    }

    /** @return empty, and nothing done, where it was closed already */
    <T> Optional<T> use(Function<RewardModel, T> work) {
        if (!entered()) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.apply(model));
        } finally {
            leave();
        }
    }

    private synchronized boolean entered() {
        if (users == 0) {
            return false;
        }
        users++;
        return true;
    }

    private void leave() {
        boolean last;
        synchronized (this) {
            users--;
            last = users == 0;
        }
        if (last) {
            model.close();
        }
    }

    /** Takes no more calls once those that run are over. To be called once, by whoever opened it. */
    void letGo() {
        leave();
    }
}
