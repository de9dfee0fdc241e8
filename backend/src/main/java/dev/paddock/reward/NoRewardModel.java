package dev.paddock.reward;

import dev.paddock.rewardmodel.remote.ServerAway;
import dev.paddock.shared.Refusal;

/** No reward model of that kind serves here now; the message says why. */
public final class NoRewardModel extends Refusal {

    NoRewardModel(String reason) {
        super(Kind.UNAVAILABLE, reason);
    }

    NoRewardModel(ServerAway away) {
        this(String.valueOf(away.getMessage()));
    }
}
